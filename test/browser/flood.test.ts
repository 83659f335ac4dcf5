/** Others write faster than a screen can show. */
import { expect, test } from 'vitest';
import { addRow, rowsOf } from '../../shared/careplan/document.ts';
import { listPart } from '../../shared/careplan/sections.ts';
import { startApp } from '../support/app.ts';
import { launchBrowser } from '../support/browser.ts';
import { deviceOf } from '../support/gathering.ts';
import { StockClient } from '../support/stockClient.ts';

interface Counted {
  readonly frames: number;
  readonly drawings: number;
}

test('P2: a flood of edits by others is drawn once a frame at most, and all of it is there in the end', async () => {
  const [browser, server] = [await launchBrowser('light'), await startApp()];
  const planId = await (await server.signIn('Kari Nymoen')).planOf('Harald Solbakken');
  const { page, ...device } = await deviceOf(browser, server.url, 'Anne Lindqvist');
  await page.goto(`${server.url}/plan/${planId}#plan-tasks`);
  await page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  await page.locator('samrad-tasks').evaluate((element) => {
    const host = element as HTMLElement & { requestUpdate(): void };
    const counted = { frames: 0, drawings: 0 };
    const ask = host.requestUpdate.bind(host);
    host.requestUpdate = () => {
      counted.drawings += 1;
      ask();
    };
    const next = (): void => {
      counted.frames += 1;
      requestAnimationFrame(next);
    };
    requestAnimationFrame(next);
    Object.assign(window, { counted });
  });
  const writer = await new StockClient({
    person: await server.signIn('Fatima Yilmaz'),
    planId,
    sectionId: 'tasks',
  }).open();
  const ids = Array.from({ length: 100 }, (_, index) =>
    addRow(writer.doc, listPart('tasks'), { what: `Flom ${index}` }),
  );
  for (let round = 0; round < 5; round += 1)
    for (const id of ids)
      rowsOf(writer.doc)
        .get(id)
        ?.set('deadline', `2026-0${round + 1}-01`);
  await writer.durable();
  await page.waitForFunction(() =>
    [...document.querySelectorAll<HTMLTextAreaElement>('samrad-tasks textarea')].some(
      ({ value }) => value === 'Flom 99',
    ),
  );
  const { frames, drawings } = await page.evaluate(() => (window as unknown as { counted: Counted }).counted);
  expect(drawings).toBeGreaterThan(0);
  expect(drawings).toBeLessThanOrEqual(frames + 1);
  writer.close();
  await device.context.close();
  await browser.close();
  await server.stop();
  await server.remove();
});
