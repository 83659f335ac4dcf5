/** The sections that are drawn from the table: written by keyboard, read by others, at every size. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import type { SectionId } from '../../shared/careplan/sections.ts';
import { startApp, type RunningApp } from '../support/app.ts';
import { desktop, expectAccessible, expectReflow, launchBrowser, phone, type Device } from '../support/browser.ts';
import { deviceOf } from '../support/gathering.ts';

let browser: Browser;
let server: RunningApp;
let planPath: string;
const devices: Device[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startApp();
  const coordinator = await server.signIn('Kari Nymoen');
  planPath = `${server.url}/plan/${await coordinator.planOf('Harald Solbakken')}`;
});

afterEach(async () => {
  for (const device of devices.splice(0)) {
    expect(device.faults).toEqual([]);
    await device.close();
  }
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await server.remove();
});

async function open(name: string, viewport = desktop): Promise<Page> {
  const device = await deviceOf(browser, server.url, name, viewport);
  devices.push(device);
  await device.page.goto(planPath);
  await device.page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  return device.page;
}

const sectionOf = (page: Page, id: SectionId): Locator =>
  page.locator('samrad-plan-section').filter({ has: page.locator(`#plan-${id}`) });
const foldOf = (page: Page, id: SectionId): Locator => page.locator(`#plan-${id} button`);
const hasFocus = (locator: Locator): Promise<boolean> =>
  locator.evaluate((element) => element === document.activeElement);

/** Presses Tab until the element has the focus. Screen and mouse are not used. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  const wanted = await target.elementHandle();
  for (let presses = 0; presses < 400; presses += 1) {
    if (await page.evaluate((element) => element === document.activeElement, wanted)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('400 presses of Tab did not lead there');
}

/** Resolves when the section of a page shows the words, as text or in a field. */
async function shows(page: Page, id: SectionId, words: string): Promise<void> {
  await page.waitForFunction(
    ([heading, wanted]) => {
      const section = document.querySelector(`#${heading}`)?.closest('samrad-plan-section');
      const values = [...(section?.querySelectorAll('textarea, input') ?? [])].map((field) =>
        'value' in field ? String(field.value) : '',
      );
      return [section?.textContent ?? '', ...values].some((text) => text.includes(wanted));
    },
    [`plan-${id}`, words] as const,
  );
}

type Act = (page: Page, section: Locator, words: string) => Promise<void>;

const writeIn =
  (name: string): Act =>
  async (page, section, words) => {
    await tabTo(page, section.getByRole('textbox', { name, exact: true }));
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.type(` ${words}`);
  };

const addRow =
  (name: string): Act =>
  async (page, section, words) => {
    await tabTo(page, section.getByRole('button', { name, exact: true }));
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.activeElement?.matches('input, textarea'));
    await page.keyboard.type(words);
    await tabTo(page, section.getByRole('button', { name: `Ferdig med ${words}` }));
    await page.keyboard.press('Enter');
    await section.getByRole('button', { name: `Endre ${words}` }).waitFor();
  };

interface Use {
  readonly id: SectionId;
  readonly writer: string;
  readonly reader: string;
  readonly act: Act;
}

/** In the order of the plan. */
const uses: readonly Use[] = [
  { id: 'what-matters', writer: 'Kari Nymoen', reader: 'Harald Solbakken', act: writeIn('Hva håper du på?') },
  { id: 'relatives', writer: 'Kari Nymoen', reader: 'Harald Solbakken', act: addRow('Legg til pårørende') },
  { id: 'children', writer: 'Kari Nymoen', reader: 'Harald Solbakken', act: addRow('Legg til barn') },
  { id: 'disease', writer: 'Kari Nymoen', reader: 'Harald Solbakken', act: writeIn('Stadium og utbredelse') },
  { id: 'phase', writer: 'Kari Nymoen', reader: 'Harald Solbakken', act: writeIn('Med ord') },
  { id: 'wishes', writer: 'Kari Nymoen', reader: 'Harald Solbakken', act: writeIn('Praktiske ting') },
  { id: 'daily-life', writer: 'Kari Nymoen', reader: 'Harald Solbakken', act: addRow('Legg til hjelpemiddel') },
  { id: 'team', writer: 'Kari Nymoen', reader: 'Harald Solbakken', act: addRow('Legg til i teamet') },
  { id: 'resources', writer: 'Kari Nymoen', reader: 'Harald Solbakken', act: addRow('Legg til ressurs') },
  {
    id: 'review',
    writer: 'Kari Nymoen',
    reader: 'Harald Solbakken',
    act: writeIn('Vendepunkter som krever en ny samtale'),
  },
  { id: 'bereavement', writer: 'Kari Nymoen', reader: 'Anne Lindqvist', act: writeIn('Hvem tar samtalen?') },
  { id: 'working-notes', writer: 'Kari Nymoen', reader: 'Anne Lindqvist', act: writeIn('Notater') },
  { id: 'faith', writer: 'Harald Solbakken', reader: 'Harald Solbakken', act: writeIn('Hvem vil du snakke med?') },
];

test('H7: every section drawn from the table is opened and written with the keyboard alone, and others see it', async () => {
  // As narrow as a desktop page that is enlarged four times: folded to its headings.
  const pages = new Map<string, Page>();
  const pageOf = async (key: `${string} ${'writes' | 'reads'}`): Promise<Page> => {
    const page = pages.get(key) ?? (await open(key.replace(/ \w+$/, ''), phone));
    pages.set(key, page);
    return page;
  };
  const isOpen = async (page: Page, id: SectionId) => (await foldOf(page, id).getAttribute('aria-expanded')) === 'true';
  for (const [index, { id, writer, reader, act }] of uses.entries()) {
    const [page, other] = [await pageOf(`${writer} writes`), await pageOf(`${reader} reads`)];
    await tabTo(page, foldOf(page, id));
    if (!(await isOpen(page, id))) await page.keyboard.press('Enter');
    expect(await isOpen(page, id)).toBe(true);
    await act(page, sectionOf(page, id), `Tastatur ${index}`);
    if (!(await isOpen(other, id))) await foldOf(other, id).click();
    await shows(other, id, `Tastatur ${index}`);
  }
});

test('H7: the phase is chosen by keyboard, and marked in words for those who read', async () => {
  const kari = await open('Kari Nymoen');
  const harald = await open('Harald Solbakken');
  await sectionOf(kari, 'phase').getByRole('combobox', { name: 'Fase' }).focus();
  await kari.keyboard.press('ArrowDown');
  await sectionOf(harald, 'phase')
    .locator('[aria-current="step"]')
    .filter({ hasText: /^\s*Livets slutt\s*Her er vi nå\s*$/ })
    .waitFor();
  await kari.keyboard.press('ControlOrMeta+z');
  await sectionOf(harald, 'phase').locator('[aria-current="step"]').filter({ hasText: 'Palliativ fase' }).waitFor();
});

test('H7: what others write moves neither the focus nor the card that one is in, until one leaves the list', async () => {
  const kari = await open('Kari Nymoen');
  const harald = await open('Harald Solbakken');
  const names = (page: Page) => sectionOf(page, 'relatives').locator('.care-card-name').allTextContents();
  const neighbour = /Odd Kristiansen/;
  const before = await names(kari);
  expect(before.findIndex((name) => neighbour.test(name))).toBeGreaterThan(0);
  await sectionOf(kari, 'relatives')
    .getByRole('button', { name: /Endre Odd Kristiansen/ })
    .press('Enter');
  const field = sectionOf(kari, 'relatives').getByRole('textbox', { name: 'Navn' });
  await field.press('End');
  const theirs = sectionOf(harald, 'relatives');
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
  const kari = await open('Kari Nymoen');
  const harald = await open('Harald Solbakken');
  const notes = sectionOf(kari, 'working-notes');
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
  const kari = await open('Kari Nymoen');
  const inger = await open('Inger Solbakken');
  const gap = sectionOf(inger, 'team').getByText('Ingen fastlege er ført opp.');
  expect(await gap.count()).toBe(0);
  await sectionOf(kari, 'team').getByRole('button', { name: 'Fjern Anne Lindqvist' }).press('Enter');
  await gap.waitFor();
  await sectionOf(kari, 'team').getByRole('button', { name: 'Angre fjerningen' }).press('Enter');
  await gap.waitFor({ state: 'detached' });
});

test('on a phone the plan is folded to its headings, what one opens stays open, and what is not shared is one line', async () => {
  const page = await open('Inger Solbakken', phone);
  const expanded = (id: SectionId) => foldOf(page, id).getAttribute('aria-expanded');
  expect([await expanded('contacts'), await expanded('team')]).toEqual(['true', 'false']);
  await foldOf(page, 'team').press('Enter');
  await sectionOf(page, 'team').getByRole('heading', { name: 'Anne Lindqvist' }).waitFor();
  await page.getByText(/^\d+ deler av planen er ikke delt med deg$/).click();
  await page.getByText(/^Det gjelder .*Sykdom og status.* Pasienten bestemmer hva som deles\.$/).waitFor();
  await page.reload();
  await page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  expect(await expanded('team')).toBe('true');
  await page.getByRole('button', { name: 'Åpne alle deler' }).press('Enter');
  expect(await expanded('tasks')).toBe('true');
});

const sizes = [
  { name: '1280 px', viewport: desktop, text: '100%' },
  { name: '320 px', viewport: { width: 320, height: 640 }, text: '100%' },
  { name: '200 % text', viewport: { width: 1280, height: 900 }, text: '200%' },
] as const;

test.for(['Kari Nymoen', 'Harald Solbakken', 'Inger Solbakken'])(
  'H6: %s has the whole plan open without sideways scrolling, and axe finds nothing, at every size',
  async (name) => {
    for (const { viewport, text } of sizes) {
      const page = await open(name, viewport);
      const openAll = page.getByRole('button', { name: 'Åpne alle deler' });
      if ((await openAll.count()) > 0) await openAll.press('Enter');
      await page.evaluate((size) => (document.documentElement.style.fontSize = size), text);
      await expectReflow(page);
      await expectAccessible(page);
    }
  },
);
