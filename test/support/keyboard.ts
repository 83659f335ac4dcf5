/** The keyboard alone, as one uses it who has no mouse or sees no screen. */
import type { Locator, Page } from 'playwright-core';

const mostPresses = 400;

export function hasFocus(target: Locator): Promise<boolean> {
  return target.evaluate((element) => element === document.activeElement);
}

/** Presses Tab until the element has the focus; an element that is drawn anew on the way is looked for again. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor({ state: 'attached' });
  let wanted = await target.elementHandle();
  for (let presses = 0; presses < mostPresses; presses += 1) {
    const place = await page.evaluate(placeOfFocus, wanted);
    if (place === 'there') return;
    if (place === 'gone') wanted = await target.elementHandle();
    await page.keyboard.press('Tab');
  }
  throw new Error(`${mostPresses} presses of Tab do not lead to ${target.toString()}.`);
}

/** Runs in the page. */
function placeOfFocus(wanted: Node | null): 'there' | 'elsewhere' | 'gone' {
  if (wanted === document.activeElement) return 'there';
  return wanted?.isConnected ? 'elsewhere' : 'gone';
}
