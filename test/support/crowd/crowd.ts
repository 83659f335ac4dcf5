/**
 * Many people in a meeting, of whom each has a line of their own to the server, and all send sound and pictures from one page: real
 * WebRTC for as much of a machine as a test has.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { MediaSetup } from '../../../shared/protocol/media.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../../shared/protocol/requests.ts';
import { MeetingPage } from '../../integration/meetings/meetingPage.ts';
import { buildPage } from '../builtPage.ts';
import type { Person } from '../person.ts';

/** What the page has of its window (page.ts); a test's own types know no window. */
interface CrowdWindow {
  sendAs(person: number, setup: MediaSetup): Promise<void>;
  setTone(person: number, level: number): void;
}

const address = 'https://crowd.test';

export class Crowd {
  /** Everybody's line, in the order of the people. */
  readonly lines: readonly MeetingPage[];
  readonly #page: Page;
  readonly #directory: string;

  private constructor(lines: readonly MeetingPage[], page: Page, directory: string) {
    this.lines = lines;
    this.#page = page;
    this.#directory = directory;
  }

  /** Opens the page that all of them send from, and a line for each. */
  static async open(browser: Browser, people: readonly Person[]): Promise<Crowd> {
    const directory = await mkdtemp(join(tmpdir(), 'samrad-crowd-'));
    const [lines, page] = await Promise.all([
      Promise.all(people.map((person) => MeetingPage.open(person))),
      browser.newContext({ permissions: ['camera', 'microphone'] }).then((context) => context.newPage()),
      buildPage(import.meta.dirname, directory),
    ]);
    await page.route(`${address}/**`, (route) => {
      const { pathname } = new URL(route.request().url());
      return route.fulfill({ path: join(directory, pathname === '/' ? 'index.html' : pathname) });
    });
    await page.exposeFunction(
      'askAs',
      <Name extends RequestName>(person: number, name: Name, input: RequestInput<Name>) =>
        lines[person]?.get(name, input) as Promise<RequestOutput<Name>>,
    );
    await page.goto(address);
    await page.getByRole('button').click();
    return new Crowd(lines, page, directory);
  }

  /** All at the door; those who lead may let them in. */
  async knock(meetingId: string): Promise<void> {
    await Promise.all(this.lines.map((line) => line.join(meetingId)));
  }

  /** Resolves when all have been let in and send. */
  async send(): Promise<void> {
    await Promise.all(
      this.lines.map(async (line, person) => {
        const { media } = await line.push('meeting:admitted');
        await this.#page.evaluate(([index, setup]) => (globalThis as unknown as CrowdWindow).sendAs(index, setup), [
          person,
          media,
        ] as const);
      }),
    );
  }

  /** How loud these people's tones are, 0–1. */
  async speak(people: readonly number[], level: number): Promise<void> {
    await this.#page.evaluate(
      ([indices, gain]) => {
        for (const index of indices) (globalThis as unknown as CrowdWindow).setTone(index, gain);
      },
      [people, level] as const,
    );
  }

  async close(): Promise<void> {
    for (const line of this.lines) line.close();
    await this.#page.context().close();
    await rm(this.#directory, { recursive: true, force: true });
  }
}
