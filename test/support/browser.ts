/** A real Chromium with a camera and a microphone that are made up. */
import { createRequire } from 'node:module';
import { readFile } from 'node:fs/promises';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { expect } from 'vitest';

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Pages in the background of a test are still pages that somebody looks at.
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

export const desktop = { width: 1280, height: 900 };
export const phone = { width: 360, height: 740 };

/**
 * What a browser has to see and hear with. `light`: a camera of ten pictures a second, for where it is only asked whether they move.
 * `refused`: devices are there, the person says no. `none`: nothing is plugged in.
 */
const deviceFlags = {
  'made-up': ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream'],
  light: ['--use-fake-ui-for-media-stream', '--use-fake-device-for-media-stream=fps=10'],
  refused: ['--deny-permission-prompts', '--use-fake-device-for-media-stream'],
  none: ['--use-fake-ui-for-media-stream'],
};

/** The browser that the tests drive. */
export const chromiumPath = process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium';

/**
 * `voice`: a sound file that is spoken into the microphone, over and over. `more`: flags of the browser's own.
 * `executablePath`: what starts the browser, where it is not the browser itself.
 */
export function launchBrowser(
  devices: keyof typeof deviceFlags = 'made-up',
  voice?: string,
  more: readonly string[] = [],
  executablePath = chromiumPath,
): Promise<Browser> {
  const spoken = voice === undefined ? [] : [`--use-file-for-fake-audio-capture=${voice}`];
  return chromium.launch({ executablePath, args: [...flags, ...deviceFlags[devices], ...spoken, ...more] });
}

/** A browser that keeps what it has in a folder, as the one on somebody's own device does: closed and opened again, it is there. */
export function openProfile(directory: string, viewport = desktop): Promise<BrowserContext> {
  return chromium.launchPersistentContext(directory, {
    executablePath: chromiumPath,
    args: flags,
    viewport,
    reducedMotion: 'reduce',
  });
}

/** One person at one device: a context of their own, so that nobody shares cookies or storage. */
export class Device {
  readonly context: BrowserContext;
  readonly page: Page;
  /** Everything that came over any WebSocket of this page, as bytes. */
  readonly received: Buffer[] = [];
  /** Errors that the page did not catch, and what the console called an error. */
  readonly faults: string[] = [];

  private constructor(context: BrowserContext, page: Page) {
    this.context = context;
    this.page = page;
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('websocket', (socket) =>
      socket.on('framereceived', ({ payload }) => this.received.push(Buffer.from(payload))),
    );
  }

  static async open(browser: Browser, viewport = desktop, { touch = false } = {}): Promise<Device> {
    const context = await browser.newContext({ viewport, reducedMotion: 'reduce', hasTouch: touch });
    return new Device(context, await context.newPage());
  }

  /** Signs in on the sign-in page as the person of this name. */
  async signIn(url: string, name: string): Promise<void> {
    await this.page.goto(`${url}/logg-inn`);
    await this.page.getByRole('button', { name: new RegExp(name) }).click();
    await this.page.waitForURL(`${url}/`);
  }

  /** Whether these words ever came to this page, on any socket. */
  hasReceived(words: string): boolean {
    const bytes = Buffer.from(words);
    return this.received.some((message) => message.includes(bytes));
  }

  async close(): Promise<void> {
    await this.context.close();
  }
}

const axeSource = readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface AxeWindow {
  axe: {
    run(options: { resultTypes: ['violations'] }): Promise<{ violations: { id: string; nodes: { html: string }[] }[] }>;
  };
}

/** H6: axe finds nothing on the page, once nothing on it is busy: what changes while axe looks is seen half old, half new. */
export async function expectAccessible(page: Page): Promise<void> {
  await expect.poll(() => page.locator('[aria-busy="true"]').count()).toBe(0);
  // The page's policy forbids foreign scripts, so axe comes in through the debugger instead of a script element.
  await page.evaluate(await axeSource);
  const found = await page.evaluate(async () => {
    // What is in order is looked at as well, and only not told of.
    const { violations } = await (window as unknown as AxeWindow).axe.run({ resultTypes: ['violations'] });
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  });
  expect(found).toEqual([]);
}

/** Nothing on the page makes it wider than the window: one can read it without scrolling sideways. */
export async function expectReflow(page: Page): Promise<void> {
  const { content, view } = await page.evaluate(() => {
    const { scrollWidth, clientWidth } = document.documentElement;
    return { content: scrollWidth, view: clientWidth };
  });
  expect(content).toBeLessThanOrEqual(view);
}

/** How many frames of each participant's video have been shown, by participant id. */
export function framesShown(page: Page): Promise<Record<string, number>> {
  return page.evaluate(() => {
    const counts: Record<string, number> = {};
    for (const tile of document.querySelectorAll<HTMLElement>('[data-participant]')) {
      const video = tile.querySelector('video');
      if (video) counts[tile.dataset['participant'] ?? ''] = video.getVideoPlaybackQuality().totalVideoFrames;
    }
    return counts;
  });
}

/** Resolves when, from now on, this many people's video has moved on by some frames each. */
export async function videoMoves(page: Page, people: number, frames = 5): Promise<void> {
  const before = await framesShown(page);
  await page.waitForFunction(
    ({ before: earlier, people: wanted, frames: least }) => {
      const moved = [...document.querySelectorAll<HTMLElement>('[data-participant]')].filter((tile) => {
        const video = tile.querySelector('video');
        const shown = video?.getVideoPlaybackQuality().totalVideoFrames ?? 0;
        const seen = earlier[tile.dataset['participant'] ?? ''] ?? 0;
        // A rebuilt video element counts from nothing again.
        return shown >= least && (shown < seen || shown - seen >= least);
      });
      return moved.length >= wanted;
    },
    { before, people, frames },
    { timeout: 60_000 },
  );
}
