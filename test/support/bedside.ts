/** Somebody's own device at the bedside: a browser with a profile in a folder, and what it has stored. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { BrowserContext, Page } from 'playwright-core';
import { desktop, openProfile } from './browser.ts';

export class Bedside {
  readonly profile: string;
  readonly #viewport: typeof desktop;
  #context: BrowserContext;
  #page: Page;

  private constructor(profile: string, viewport: typeof desktop, context: BrowserContext, page: Page) {
    this.profile = profile;
    this.#viewport = viewport;
    this.#context = context;
    this.#page = page;
  }

  static async open(viewport = desktop): Promise<Bedside> {
    const profile = await mkdtemp(join(tmpdir(), 'samrad-profile-'));
    const context = await openProfile(profile, viewport);
    return new Bedside(profile, viewport, context, context.pages()[0] ?? (await context.newPage()));
  }

  get page(): Page {
    return this.#page;
  }

  /** Takes the network away, or gives it back. */
  async offline(away: boolean): Promise<void> {
    await this.#context.setOffline(away);
  }

  /** Closes the browser; what it has stored stays in its profile. */
  async close(): Promise<void> {
    await this.#context.close();
  }

  /** Opens the browser again. */
  async again(): Promise<void> {
    this.#context = await openProfile(this.profile, this.#viewport);
    this.#page = this.#context.pages()[0] ?? (await this.#context.newPage());
  }

  async remove(): Promise<void> {
    await this.#context.close();
    await rm(this.profile, { recursive: true, force: true });
  }
}

/** Signs in on the sign-in page as the person of this name. */
export async function signIn(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/logg-inn`);
  await page.getByRole('button', { name: new RegExp(name) }).click();
  await page.waitForURL(`${url}/`);
}

/** Resolves when the app's own files are on the device. */
export async function appKept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

/** The number of records in a store of the device's database. */
export function stored(page: Page, store: 'edits' | 'kept' | 'keys' | 'people'): Promise<number> {
  return page.evaluate(countRecords, store);
}

/** Resolves when this many sections, and the plan itself, are kept on the device. */
export async function planKept(page: Page, sections: number): Promise<void> {
  while ((await stored(page, 'kept')) <= sections) await nextFrame(page);
}

function nextFrame(page: Page): Promise<void> {
  return page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve())));
}

/** Runs in the page. */
async function countRecords(store: string): Promise<number> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('samrad');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
  const count = await new Promise<number>((resolve) => {
    const request = database.transaction(store).objectStore(store).count();
    request.onsuccess = () => resolve(request.result);
  });
  database.close();
  return count;
}
