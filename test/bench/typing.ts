/**
 * Typing in a full plan with twelve people in it: from the key to the letter on the writer's own screen, in a real page,
 * while eleven others type in the same section; beside it, by turns, the same page with the others at rest.
 */
import type { Page } from 'playwright-core';
import { setMaxListeners } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { launchBrowser } from '../support/browser.ts';
import { ServerProcess } from '../support/serverProcess.ts';
import { createBenchPlans } from './benchPlans.ts';
import { browserOf } from './browserOf.ts';
import { byTurns, events, type Figure } from './harness.ts';
import { fullPlan } from './openPlan.ts';
import { TypingPerson } from './typingPerson.ts';

const peopleCount = 12;
const turns = 3;
const keysPerTurn = 40;
/** Between two keys: 60 words a minute. */
const keyMilliseconds = 200;

export async function typing(): Promise<Figure[]> {
  const { dataDirectory, planIds, writers } = await createBenchPlans({
    plans: 1,
    writers: peopleCount,
    content: fullPlan(),
  });
  const server = await ServerProcess.start({ dataDirectory });
  const browser = await launchBrowser();
  const others: TypingPerson[] = [];
  setMaxListeners(peopleCount + 10, process);
  try {
    const planId = planIds[0] ?? '';
    const [me = '', ...names] = writers;
    for (const name of names) others.push(await TypingPerson.arrive({ person: await server.signIn(name), planId }));
    const person = await server.signIn(me);
    const { page } = await browserOf(browser, person);
    await page.goto(`${server.url}/plan/${planId}`);
    await page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
    await page.locator('[data-place="working-notes:notes"] [contenteditable="true"]').click();
    await page.keyboard.press('ControlOrMeta+Home');
    const taken = await byTurns(
      turns,
      () => whileOthersType(others, () => type(page)),
      () => type(page),
    );
    return [
      {
        name: 'typing-with-twelve',
        unit: 'ms',
        value: events(taken.first.flat()),
        comparedTo: { name: 'the same page while the other eleven rest', value: events(taken.second.flat()) },
        more: { people: peopleCount, sections: 19 },
      },
    ];
  } finally {
    others.forEach((other) => other.leave());
    await browser.close();
    await server.kill('SIGTERM');
    await server.remove();
  }
}

/** Types; answers for each key the milliseconds from the key to the frame after the letter stood in the document. */
async function type(page: Page): Promise<number[]> {
  const watch = await page.evaluateHandle(() => {
    const keys: number[] = [];
    const pressed = (event: KeyboardEvent): void => {
      const at = event.timeStamp;
      requestAnimationFrame(() => requestAnimationFrame((now) => keys.push(now - at)));
    };
    addEventListener('keydown', pressed, true);
    return { stop: () => (removeEventListener('keydown', pressed, true), keys) };
  });
  for (let key = 0; key < keysPerTurn; key += 1) {
    await page.keyboard.press('a');
    await pause(keyMilliseconds);
  }
  return watch.evaluate(({ stop }) => stop());
}

async function whileOthersType<Result>(others: readonly TypingPerson[], act: () => Promise<Result>): Promise<Result> {
  const stop = new AbortController();
  const typed = others.map((other) => typeUntil(other, stop.signal));
  const result = await act();
  stop.abort();
  await Promise.all(typed);
  return result;
}

async function typeUntil(person: TypingPerson, stop: AbortSignal): Promise<void> {
  const underway: Promise<number>[] = [];
  while (!stop.aborted) {
    await pause(keyMilliseconds * (0.5 + Math.random()));
    underway.push(person.press());
  }
  await Promise.all(underway);
}
