/** Versions of the plan in a real browser: made, approved, signed, compared, restored and verified; and the plan on paper. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import * as Y from 'yjs';
import { addRow, orderedRows, proseOf, rowsOf } from '../../shared/careplan/document.ts';
import { listPart } from '../../shared/careplan/sections.ts';
import { atDatabase, makeVersion, sign, write } from '../integration/versions/versionsOf.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { desktop, type Device, expectAccessible, expectReflow, launchBrowser } from '../support/browser.ts';
import { deviceOf } from '../support/gathering.ts';
import { hasFocus, tabTo } from '../support/keyboard.ts';
import type { Person } from '../support/person.ts';

let browser: Browser;
let server: RunningApp;
let coordinator: Person;
let planId: string;
const devices: Device[] = [];
const narrow = { width: 320, height: 700 };

beforeAll(async () => {
  browser = await launchBrowser();
});

afterAll(() => browser.close());

beforeEach(async () => {
  server = await startApp();
  coordinator = await server.signIn('Kari Nymoen');
  planId = await coordinator.planOf('Harald Solbakken');
});

afterEach(async () => {
  for (const device of devices.splice(0)) {
    expect(device.faults).toEqual([]);
    await device.close();
  }
  await server.stop();
  await server.remove();
});

async function open(name: string, path: string, viewport = desktop): Promise<Page> {
  const device = await deviceOf(browser, server.url, name, viewport);
  devices.push(device);
  await device.page.goto(`${server.url}/plan/${planId}${path}`);
  return device.page;
}

const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

async function press(page: Page, locator: Locator): Promise<void> {
  await tabTo(page, locator);
  await page.keyboard.press('Enter');
}

/** Somebody can be rung at these hours, and at no other. */
function onlyContact(hours: { weekdays: number[]; from: string; to: string }): Promise<void> {
  return write(coordinator, { planId, sectionId: 'contacts' }, (doc) => {
    for (const { id } of orderedRows(doc)) rowsOf(doc).delete(id);
    addRow(doc, listPart('contacts'), { who: 'Vakttelefonen', phone: '22 00 00 10', holidays: true, ...hours });
  });
}

const always = { weekdays: [1, 2, 3, 4, 5, 6, 7], from: '00:00', to: '24:00' };

test('V5: with the keyboard alone the coordinator makes a version, hears which hours are missing, and approves the next', async () => {
  await onlyContact({ ...always, from: '07:30', to: '22:30' });
  const page = await open('Kari Nymoen', '');
  await page.getByText('Ikke godkjent ennå').waitFor();
  await page.getByText('Kontaktplanen mangler alle dager kl. 00:00–07:30', { exact: false }).waitFor();
  await press(page, page.getByRole('link', { name: 'Versjoner', exact: true }));
  await press(page, button(page, 'Lag ny versjon'));
  await tabTo(page, page.getByLabel('Navn på versjonen'));
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Etter hjemkomst');
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await press(page, button(page, 'Godkjenn: versjon 1'));
  await press(page, button(page, 'Ja, jeg godkjenner'));
  await page.getByText('I denne versjonen er det ingen å ringe til:').waitFor();
  expect(await page.locator('.version-gaps .week-gaps').first().innerText()).toContain('00:00–07:30');
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  await onlyContact(always);
  await press(page, button(page, 'Lag ny versjon'));
  await tabTo(page, page.getByLabel('Navn på versjonen'));
  await page.keyboard.press('Enter');
  await press(page, button(page, 'Godkjenn: versjon 2'));
  await press(page, button(page, 'Ja, jeg godkjenner'));
  await page.getByText(/^Godkjent: versjon 2, .* – ingen endringer siden$/).waitFor();
  await press(page, button(page, 'Slett utkastet: versjon 1'));
  await press(page, button(page, 'Ja, slett utkastet'));
  await page.locator('.version[data-version="1"]').waitFor({ state: 'detached' });
  await expectAccessible(page);
});

test('V1, H6: on a small phone the patient reads what signing means, signs, and verifies; axe finds nothing', async () => {
  await makeVersion(coordinator, planId, { name: 'Planen før påske' });
  const page = await open('Harald Solbakken', '/versjoner', narrow);
  expect(await button(page, 'Lag ny versjon').count()).toBe(0);
  await button(page, 'Be om en ny versjon').click();
  await page.getByText('Du har bedt om en ny versjon.').first().waitFor();
  await button(page, 'Signer: versjon 1').click();
  await page.getByText('Signaturen gjelder hele versjonen').waitFor();
  await expectReflow(page);
  await expectAccessible(page);
  await button(page, 'Ja, jeg signerer').click();
  await page.locator('.version-signatures [data-signed="yes"]', { hasText: 'Harald Solbakken' }).waitFor();
  expect(await button(page, 'Signer: versjon 1').count()).toBe(0);
  await button(page, 'Kontroller: versjon 1').click();
  await page.getByText('Alt stemmer.', { exact: false }).waitFor();
  await page.getByText('Kontrollert av serveren og av denne nettleseren hver for seg.').waitFor();
  await page.getByText('Hva som er kontrollert').click();
  await expectReflow(page);
  await expectAccessible(page);
});

test('V2: what was changed behind the plan’s back is named', async () => {
  const version = await makeVersion(coordinator, planId);
  await sign(coordinator, version);
  atDatabase(server, (database) =>
    database.exec(`drop trigger version_section_no_update;
      update version_section set content = replace(content, 'hytta', 'sofaen') where section_id = 'what-matters'`),
  );
  const page = await open('Anne Lindqvist', '/versjoner');
  await button(page, 'Kontroller: versjon 1').click();
  await page.getByText('Noe stemmer ikke.', { exact: false }).waitFor();
  const changed = page.locator('.version-findings [data-finding="changed"]');
  expect(await changed.allInnerTexts()).toEqual([expect.stringContaining('Hva er viktig for meg: er endret')]);
  await expectAccessible(page);
});

test('V6: what differs is shown word by word, and a section is brought back', async () => {
  const goals = (doc: Y.Doc) => proseOf(doc, 'goals');
  const say = (text: string) => (doc: Y.Doc) => {
    goals(doc).delete(0, goals(doc).length);
    const paragraph = new Y.XmlElement('paragraph');
    paragraph.insert(0, [new Y.XmlText(text)]);
    goals(doc).insert(0, [paragraph]);
  };
  const whatMatters = { planId, sectionId: 'what-matters' } as const;
  await write(coordinator, whatMatters, say('Å være hjemme i sommer'));
  await sign(coordinator, await makeVersion(coordinator, planId, { name: 'Første' }));
  await write(coordinator, whatMatters, say('Å være hjemme i høst'));
  const page = await open('Kari Nymoen', '/versjoner');
  await button(page, 'Sammenlign med nå: versjon 1').click();
  await page.getByText('1 forskjell', { exact: true }).waitFor();
  expect(await page.locator('.change-text').allTextContents()).toEqual([
    'Å være hjemme i fjernet: sommer',
    'Å være hjemme i lagt til: høst',
  ]);
  expect(await hasFocus(page.locator('#version-panel'))).toBe(true);
  const sides = await page
    .locator('.change-side')
    .evaluateAll((all) => all.map((side) => side.getBoundingClientRect().top));
  expect(new Set(sides).size).toBe(1);
  await expectAccessible(page);
  await page.setViewportSize(narrow);
  await expectReflow(page);
  await expectAccessible(page);
  await button(page, 'Hent tilbake fra versjon 1: Hva er viktig for meg').click();
  await button(page, 'Ja, hent tilbake').click();
  await page.getByText('Ingen forskjeller i det som er delt med deg.').waitFor();
  const { sections } = await coordinator.call('presentContent', { planId }, {});
  expect(JSON.stringify(sections[0]?.prose['goals'])).toContain('Å være hjemme i sommer');
  await button(page, 'Les: versjon 1').click();
  await page.getByText('Å være hjemme i sommer').waitFor();
  await expectReflow(page);
  await expectAccessible(page);
});

test('V7: a relative prints what is shared with her, the contact plan first and alone on its page', async () => {
  await write(coordinator, { planId, sectionId: 'what-matters' }, (doc) => {
    const goals = proseOf(doc, 'goals');
    goals.delete(0, goals.length);
  });
  const page = await open('Inger Solbakken', '/utskrift');
  await page.locator('.paper').waitFor();
  const printed = () =>
    page.locator('.paper-section').evaluateAll((all) => all.map((one) => (one as HTMLElement).dataset['section']));
  const { sections } = await (await server.signIn('Inger Solbakken')).call('planContent', { planId }, {});
  const shared = sections.map(({ section }) => section as string);
  const [first, ...others] = await printed();
  expect(first).toBe('contacts');
  expect(others).toContain('what-matters');
  expect(shared).toEqual(expect.arrayContaining(others));
  expect(await page.locator('.paper').innerText()).not.toContain('Mål nå');
  await expectAccessible(page);
  await page.getByLabel('Hva er viktig for meg').uncheck();
  expect(await printed()).not.toContain('what-matters');
  await page.getByLabel('Stor skrift').check();
  await page.setViewportSize(narrow);
  await expectReflow(page);
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Skriv ut' }).isVisible()).toBe(false);
  const breaks = await page.locator('.paper-contacts').evaluate((one) => getComputedStyle(one).breakAfter);
  expect(breaks).toBe('page');
});
