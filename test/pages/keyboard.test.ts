/** The sections that are drawn from the table, written with the keyboard alone, one after the other. */
import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import type { SectionId } from '../../shared/careplan/sections.ts';
import { phone } from '../support/browser.ts';
import { tabTo } from '../support/keyboard.ts';
import { foldOf, PlanScreens, sectionOn, shows } from '../support/planScreens.ts';

const screens = PlanScreens.forFile();

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
    const page = pages.get(key) ?? (await screens.open(key.replace(/ \w+$/, ''), { viewport: phone }));
    pages.set(key, page);
    return page;
  };
  const isOpen = async (page: Page, id: SectionId) => (await foldOf(page, id).getAttribute('aria-expanded')) === 'true';
  for (const [index, { id, writer, reader, act }] of uses.entries()) {
    const [page, other] = [await pageOf(`${writer} writes`), await pageOf(`${reader} reads`)];
    await tabTo(page, foldOf(page, id));
    if (!(await isOpen(page, id))) await page.keyboard.press('Enter');
    expect(await isOpen(page, id)).toBe(true);
    await act(page, sectionOn(page, id), `Tastatur ${index}`);
    if (!(await isOpen(other, id))) await foldOf(other, id).click();
    await shows(other, id, `Tastatur ${index}`);
  }
});
