/** The plan of the demonstration on the screens of those who write and read it: a server and a browser for one file of tests. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect } from 'vitest';
import type { SectionId } from '../../shared/careplan/sections.ts';
import { startApp, type RunningApp } from './app.ts';
import { desktop, launchBrowser, type Device } from './browser.ts';
import { deviceOf } from './gathering.ts';

interface Screen {
  readonly viewport?: typeof desktop;
  readonly touch?: boolean;
  /** The sections that stand open on this device from the start, whatever its size. */
  readonly unfolded?: readonly SectionId[];
}

interface Started {
  readonly browser: Browser;
  readonly server: RunningApp;
  readonly planPath: string;
}

export class PlanScreens {
  readonly #devices: Device[] = [];
  #started: Started | null = null;

  private constructor() {}

  /** For the tests of the file that calls it: the pages of each are closed after it, and none of them may have had a fault. */
  static forFile(): PlanScreens {
    const screens = new PlanScreens();
    beforeAll(() => screens.#start());
    afterEach(() => screens.#closePages());
    afterAll(() => screens.#stop());
    return screens;
  }

  get server(): RunningApp {
    return this.#now.server;
  }

  /** The plan as this person has it, on a device of their own, with all of it there. */
  async open(name: string, { viewport = desktop, touch = false, unfolded }: Screen = {}): Promise<Page> {
    const device = await deviceOf(this.#now.browser, this.server.url, name, viewport, { touch });
    this.#devices.push(device);
    if (unfolded) {
      const folds = JSON.stringify(Object.fromEntries(unfolded.map((id) => [id, true])));
      await device.context.addInitScript((stored) => localStorage.setItem('samrad.folds', stored), folds);
    }
    await device.page.goto(this.#now.planPath);
    await planSaved(device.page);
    return device.page;
  }

  get #now(): Started {
    if (!this.#started) throw new Error('before the tests of a file there is no server');
    return this.#started;
  }

  async #start(): Promise<void> {
    const [browser, server] = await Promise.all([launchBrowser(), startApp()]);
    const coordinator = await server.signIn('Kari Nymoen');
    const planPath = `${server.url}/plan/${await coordinator.planOf('Harald Solbakken')}`;
    this.#started = { browser, server, planPath };
  }

  async #closePages(): Promise<void> {
    for (const device of this.#devices.splice(0)) {
      expect(device.faults).toEqual([]);
      await device.close();
    }
  }

  async #stop(): Promise<void> {
    const { browser, server } = this.#now;
    await browser.close();
    await server.stop();
    await server.remove();
  }
}

/** The plan says that all of it is on disk. */
export function planSaved(page: Page): Promise<void> {
  return page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
}

/** A section on a page. */
export function sectionOn(page: Page, id: SectionId): Locator {
  return page.locator('samrad-plan-section').filter({ has: page.locator(`#plan-${id}`) });
}

/** From the heading of a section, as one comes there from the contents. */
export async function enter(page: Page, id: SectionId): Promise<Locator> {
  await page.locator(`#plan-${id}`).focus();
  return sectionOn(page, id);
}

/** The button that folds a section on a page. */
export function foldOf(page: Page, id: SectionId): Locator {
  return page.locator(`#plan-${id} button`);
}

/** Resolves when the section of a page shows the words, as text or in a field. */
export async function shows(page: Page, id: SectionId, words: string): Promise<void> {
  await page.waitForFunction(
    ([heading, wanted]) => {
      const section = document.querySelector(`#${heading}`)?.closest('samrad-plan-section');
      const values = [...(section?.querySelectorAll('textarea, input') ?? [])].map((field) =>
        'value' in field ? String(field.value) : '',
      );
      return [section?.textContent ?? '', ...values].some((text) => text.includes(wanted));
    },
    [`plan-${id}`, words] as const,
  );
}
