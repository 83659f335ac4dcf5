/** The whole plan as different people have it, at every size: nothing reaches out of the window, and axe finds nothing. */
import type { Page } from 'playwright-core';
import { describe, test } from 'vitest';
import { desktop, expectAccessible, expectReflow } from '../support/browser.ts';
import { PlanScreens, sectionOn } from '../support/planScreens.ts';

const narrow = { width: 320, height: 640 };
/** The sections with a form of their own. */
const forms = ['symptoms', 'zones', 'medicines', 'standby-medicines', 'decisions', 'contacts'] as const;

const screens = PlanScreens.forFile();

async function openWhole(name: string, viewport: typeof desktop): Promise<Page> {
  const page = await screens.open(name, { viewport });
  const openAll = page.getByRole('button', { name: 'Åpne alle deler' });
  if ((await openAll.count()) > 0) await openAll.press('Enter');
  return page;
}

async function expectReadable(page: Page): Promise<void> {
  await expectReflow(page);
  await expectAccessible(page);
}

async function enlargeText(page: Page, size: '100%' | '200%'): Promise<void> {
  await page.evaluate((wanted) => (document.documentElement.style.fontSize = wanted), size);
}

/** Opens in each form what this person may change. */
async function beginToWrite(page: Page): Promise<void> {
  for (const id of forms) {
    const change = sectionOn(page, id).getByRole('button', { name: /^(Endre|Fyll ut nå)/ });
    if ((await change.count()) > 0) await change.first().click();
  }
}

describe.for([
  { name: 'Kari Nymoen', writes: false },
  { name: 'Inger Solbakken', writes: false },
  { name: 'Harald Solbakken', writes: true },
  { name: 'Anne Lindqvist', writes: true },
])('$name', ({ name, writes }) => {
  const how = writes ? 'read and being written' : 'read';

  test(`H6: has the whole plan open without sideways scrolling, and axe finds nothing, at 1280 px, ${how}, and with 200 % text`, async () => {
    const page = await openWhole(name, desktop);
    await expectReadable(page);
    await enlargeText(page, '200%');
    await expectReadable(page);
    if (!writes) return;
    await enlargeText(page, '100%');
    await beginToWrite(page);
    await expectReadable(page);
  });

  test(`H6: has the whole plan open without sideways scrolling, and axe finds nothing, at 320 px, ${how}`, async () => {
    const page = await openWhole(name, narrow);
    await expectReadable(page);
    if (!writes) return;
    await beginToWrite(page);
    await expectReadable(page);
  });
});
