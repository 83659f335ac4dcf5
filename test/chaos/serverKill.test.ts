/** `kill -9` of the server, again and again, while people write and meet. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addRow, rowsOf } from '../../shared/careplan/document.ts';
import { listPart } from '../../shared/careplan/sections.ts';
import { launchBrowser, videoMoves, type Device } from '../support/browser.ts';
import { gatherInRoom, inRoom } from '../support/gathering.ts';
import { Random, seedOf } from '../support/random.ts';
import { ServerProcess } from '../support/serverProcess.ts';
import { StockClient } from '../support/stockClient.ts';

const rounds = Number(process.env['CHAOS_ROUNDS'] ?? 20);
const random = new Random(seedOf('CHAOS', 20261123));
const writerNames = ['Kari Nymoen', 'Anne Lindqvist', 'Sofie Amundsen', 'Fatima Yilmaz'];

let browser: Browser;
let server: ServerProcess;

beforeAll(async () => {
  browser = await launchBrowser('light');
  server = await ServerProcess.start();
});

afterAll(async () => {
  await browser.close();
  await server.kill('SIGKILL');
  await server.remove();
});

/** Somebody who writes into a row of their own without a pause, and remembers what was acknowledged. */
class Writer {
  readonly acknowledged: string[] = [];
  readonly client: StockClient;
  readonly #rowId: string;
  #written = 0;

  constructor(client: StockClient) {
    this.client = client;
    this.#rowId = addRow(client.doc, listPart('tasks'));
  }

  /** Writes until the connection is lost, a word at a time; `onAcknowledged` hears of each that is durable. */
  async write(onAcknowledged: () => void): Promise<void> {
    const { provider } = this.client;
    const lost = new Promise<void>((resolve) => provider.once('connection-close', () => resolve()));
    while (provider.wsconnected) {
      this.#written += 1;
      const word = `<${this.#written}>`;
      this.#text(this.client.doc).insert(0, word);
      const durable = this.client.durable().then(() => {
        this.acknowledged.push(word);
        onAcknowledged();
      });
      await Promise.race([durable, lost]);
    }
  }

  /** What was acknowledged and is not in a document. */
  missingIn(doc: Y.Doc): string[] {
    const text = this.#text(doc).toString();
    return this.acknowledged.filter((word) => !text.includes(word));
  }

  #text(doc: Y.Doc): Y.Text {
    const text = rowsOf(doc).get(this.#rowId)?.get('what');
    if (!(text instanceof Y.Text)) throw new Error('the row is not there');
    return text;
  }

  /** Resolves when in step with the server again. */
  async back(): Promise<void> {
    const { provider } = this.client;
    if (!provider.synced) await new Promise<void>((resolve) => provider.once('sync', () => resolve()));
  }
}

/** Resolves when the page is in the meeting with the other's video moving and its plan saved, and nobody has clicked. */
async function pageIsBack(device: Device): Promise<void> {
  try {
    await inRoom(device);
    await videoMoves(device.page, 2);
    await device.page.locator('[data-plan-state="saved"]').waitFor();
  } catch (error) {
    throw new Error(`the page is not back:\n${await device.page.locator('main').innerText()}`, { cause: error });
  }
}

test(`P1, M3, M4: ${rounds} times kill -9: every acknowledged edit is there, and the pages are back without a click`, async () => {
  const { devices, planId } = await gatherInRoom(browser, server.url, ['Anne Lindqvist']);
  const [host, guest] = devices as [Device, Device];
  await host.page.getByRole('button', { name: /^Mikrofon/ }).click();
  const writers = await Promise.all(
    writerNames.map(async (name) => {
      const person = await server.signIn(name);
      return new Writer(await new StockClient({ person, planId, sectionId: 'tasks' }).open());
    }),
  );
  await Promise.all(devices.map(pageIsBack));
  const reader = await server.signIn('Jonas Haugland');

  for (let round = 1; round <= rounds; round += 1) {
    const typed = `Runde ${round}. `;
    const goals = host.page.getByRole('textbox', { name: 'Mål nå', exact: true });
    await goals.focus();
    await host.page.keyboard.insertText(typed);
    await host.page.locator('[data-plan-state="saved"]').waitFor();

    let left = 5 + random.below(60);
    const killed = new Promise<void>((resolve) => {
      const count = () => {
        left -= 1;
        if (left === 0) resolve(server.kill('SIGKILL').then(() => undefined));
      };
      void Promise.all(writers.map((writer) => writer.write(count)));
    });
    await killed;
    server = await server.again();
    await Promise.all(writers.map((writer) => writer.back()));
    const tasks = await new StockClient({ person: reader, planId, sectionId: 'tasks' }).open();
    const lost = writers.flatMap((writer) => writer.missingIn(tasks.doc));
    expect(lost, `round ${round}`).toEqual([]);
    tasks.close();
    await Promise.all(devices.map(pageIsBack));
    await guest.page.getByText(typed.trim()).first().waitFor();
    expect(await host.page.getByRole('button', { name: /^Mikrofon/ }).getAttribute('aria-pressed')).toBe('false');
  }
  expect(writers.every(({ acknowledged }) => acknowledged.length >= rounds)).toBe(true);
  expect(host.faults).toEqual([]);
  writers.forEach(({ client }) => client.close());
});
