/** The sections that are drawn from the table, as people have them beside one another: what one writes, chooses, moves and folds. */
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { SectionId } from '../../shared/careplan/sections.ts';
import { expectAccessible, phone } from '../support/browser.ts';
import { hasFocus } from '../support/keyboard.ts';
import { foldOf, planSaved, PlanScreens, sectionOn, shows } from '../support/planScreens.ts';

const screens = PlanScreens.forFile();

test('H7: the phase is chosen by keyboard, and marked in words for those who read', async () => {
  const kari = await screens.open('Kari Nymoen');
  const harald = await screens.open('Harald Solbakken');
  await sectionOn(kari, 'phase').getByRole('combobox', { name: 'Fase' }).focus();
  await kari.keyboard.press('ArrowDown');
  await sectionOn(harald, 'phase')
    .locator('[aria-current="step"]')
    .filter({ hasText: /^\s*Livets slutt\s*Her er vi nå\s*$/ })
    .waitFor();
  await kari.keyboard.press('ControlOrMeta+z');
  await sectionOn(harald, 'phase').locator('[aria-current="step"]').filter({ hasText: 'Palliativ fase' }).waitFor();
});

test('H7: what others write moves neither the focus nor the card that one is in, until one leaves the list', async () => {
  const kari = await screens.open('Kari Nymoen');
  const harald = await screens.open('Harald Solbakken');
  const names = (page: Page) => sectionOn(page, 'relatives').locator('.care-card-name').allTextContents();
  const neighbour = /Odd Kristiansen/;
  const before = await names(kari);
  expect(before.findIndex((name) => neighbour.test(name))).toBeGreaterThan(0);
  await sectionOn(kari, 'relatives')
    .getByRole('button', { name: /Endre Odd Kristiansen/ })
    .press('Enter');
  const field = sectionOn(kari, 'relatives').getByRole('textbox', { name: 'Navn' });
  await field.press('End');
  const theirs = sectionOn(harald, 'relatives');
  await theirs.getByRole('button', { name: /Endre Odd Kristiansen/ }).press('Enter');
  await theirs.getByRole('combobox', { name: 'Rolle og fullmakt' }).selectOption('next-of-kin');
  await theirs.getByRole('combobox', { name: 'Relasjon' }).selectOption('spouse');
  await kari.waitForFunction(() =>
    [...document.querySelectorAll('select')].some(({ value }) => value === 'next-of-kin'),
  );
  expect(await hasFocus(field)).toBe(true);
  expect(await names(kari)).toEqual(before);
  await kari.keyboard.type(' nabo');
  await shows(harald, 'relatives', 'Odd Kristiansen nabo');
  await foldOf(kari, 'disease').focus();
  await kari.waitForFunction((wanted) => {
    const cards = [...document.querySelectorAll('[data-list="relatives/rows"] .care-card-name')];
    return cards.findIndex((card) => card.textContent.includes(wanted)) < cards.length - 1;
  }, 'Odd Kristiansen nabo');
});

test('P2: a note that is moved stands where it was moved to, is gone from where it stood, and can be moved back', async () => {
  const kari = await screens.open('Kari Nymoen');
  const harald = await screens.open('Harald Solbakken');
  const notes = sectionOn(kari, 'working-notes');
  const words = 'Før møtet: avklare hva pasienten selv vil';
  await notes.getByRole('button', { name: 'Flytt til en annen del …' }).press('Enter');
  await notes.getByRole('button', { name: 'Flytt', exact: true }).press('Enter');
  await notes.getByText('Velg både hva som skal flyttes, og hvor det skal stå.').waitFor();
  await notes.getByRole('checkbox', { name: words }).press(' ');
  await notes
    .getByRole('combobox', { name: 'Hvor skal det stå?' })
    .selectOption({ label: 'Hva tåler de nærmeste nå?' });
  await expectAccessible(kari);
  await notes.getByRole('button', { name: 'Flytt', exact: true }).press('Enter');
  await shows(harald, 'relatives', words);
  expect(await notes.locator('.ProseMirror').textContent()).not.toContain(words);
  const back = notes.getByRole('button', { name: 'Flytt tilbake' });
  expect(await hasFocus(back)).toBe(true);
  await back.press('Enter');
  await notes.locator('.ProseMirror').filter({ hasText: words }).waitFor();
  await harald.waitForFunction(
    (moved) => !document.querySelector('#plan-relatives')?.closest('samrad-plan-section')?.textContent.includes(moved),
    words,
  );
});

test('a team without a GP says so to all who read it', async () => {
  const kari = await screens.open('Kari Nymoen');
  const inger = await screens.open('Inger Solbakken');
  const gap = sectionOn(inger, 'team').getByText('Ingen fastlege er ført opp.');
  expect(await gap.count()).toBe(0);
  await sectionOn(kari, 'team').getByRole('button', { name: 'Fjern Anne Lindqvist' }).press('Enter');
  await gap.waitFor();
  await sectionOn(kari, 'team').getByRole('button', { name: 'Angre fjerningen' }).press('Enter');
  await gap.waitFor({ state: 'detached' });
});

test('on a phone the plan is folded to its headings, what one opens stays open, and what is not shared is one line', async () => {
  const page = await screens.open('Inger Solbakken', { viewport: phone });
  const expanded = (id: SectionId) => foldOf(page, id).getAttribute('aria-expanded');
  expect([await expanded('contacts'), await expanded('team')]).toEqual(['true', 'false']);
  await foldOf(page, 'team').press('Enter');
  await sectionOn(page, 'team').getByRole('heading', { name: 'Anne Lindqvist' }).waitFor();
  await page.getByText(/^\d+ deler av planen er ikke delt med deg$/).click();
  await page.getByText(/^Det gjelder .*Sykdom og status.* Pasienten bestemmer hva som deles\.$/).waitFor();
  await page.reload();
  await planSaved(page);
  expect(await expanded('team')).toBe('true');
  await page.getByRole('button', { name: 'Åpne alle deler' }).press('Enter');
  expect(await expanded('tasks')).toBe('true');
});
