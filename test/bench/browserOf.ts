/** A fresh browser context in which somebody is signed in. */
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core';
import { desktop } from '../support/browser.ts';
import type { Person } from '../support/person.ts';

export interface OpenBrowser {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly close: () => Promise<void>;
}

/** `person` null: nobody is signed in. */
export async function browserOf(
  browser: Browser,
  person: Person | null,
  options: BrowserContextOptions = {},
): Promise<OpenBrowser> {
  const context = await browser.newContext({ viewport: desktop, ...options });
  if (person) {
    const cookies = person.cookie.split('; ').map((cookie) => cookie.split('=', 2));
    await context.addCookies(cookies.map(([name = '', value = '']) => ({ name, value, url: person.url })));
  }
  return { context, page: await context.newPage(), close: () => context.close() };
}
