/**
 * Opening a full plan: by the page's own connection in Node, in a browser that has never been here, and in one that has
 * (its code is cached). Beside them the demonstration's plan, which everybody who tries the product opens first.
 */
import type { Browser } from 'playwright-core';
import * as Y from 'yjs';
import { addRow, proseOf } from '../../shared/careplan/document.ts';
import type { ListPart } from '../../shared/careplan/parts.ts';
import { sectionIds, sections, type SectionId } from '../../shared/careplan/sections.ts';
import type { Role } from '../../shared/domain/roles.ts';
import { launchBrowser } from '../support/browser.ts';
import type { Person } from '../support/person.ts';
import { openSection, planPage, until } from '../support/planPage.ts';
import { ServerProcess } from '../support/serverProcess.ts';
import { createBenchPlans } from './benchPlans.ts';
import { browserOf } from './browserOf.ts';
import { rounds, type Figure } from './harness.ts';

const bytesWanted = 80_000;
const times = 11;
const sentence = 'Når smertene blir verre om kvelden, ringer vi hjemmesykepleien, som kjenner oss og kommer. ';

export async function openPlan(): Promise<Figure[]> {
  const content = fullPlan();
  const bytes = [...content.values()].reduce((sum, doc) => sum + Y.encodeStateAsUpdate(doc).length, 0);
  // Each opening finds a plan that has not been open before, so that it is read from disk.
  const { dataDirectory, planIds, writers } = await createBenchPlans({ plans: 2 * times, writers: 1, content });
  const server = await ServerProcess.start({ dataDirectory });
  const browser = await launchBrowser();
  try {
    const person = await server.signIn(writers[0] ?? '');
    const connected: number[] = [];
    const pages: Opening[] = [];
    for (let time = 0; time < times; time += 1) {
      connected.push(await openInNode(person, planIds[2 * time] ?? ''));
      pages.push(await openInPage(browser, person, planIds[2 * time + 1] ?? '', 'gp'));
    }
    // The first of each warms up.
    const more = { bytes, sections: readable('gp').length };
    return [
      { name: 'open-plan-by-connection', unit: 'ms', value: rounds(connected.slice(1)), more },
      ...pageFigures('open-plan', pages.slice(1), more),
    ];
  } finally {
    await browser.close();
    await server.kill('SIGTERM');
    await server.remove();
  }
}

/** The plan that everybody who tries the product opens first. */
export async function openDemoPlan(): Promise<Figure[]> {
  const server = await ServerProcess.start();
  const browser = await launchBrowser();
  try {
    const person = await server.signIn('Kari Nymoen');
    const planId = await person.planOf('Harald Solbakken');
    const pages: Opening[] = [];
    for (let time = 0; time < times; time += 1) pages.push(await openInPage(browser, person, planId, 'coordinator'));
    return pageFigures('open-demo-plan', pages.slice(1), { sections: readable('coordinator').length });
  } finally {
    await browser.close();
    await server.kill('SIGTERM');
    await server.remove();
  }
}

/** One browser's first and second time, ms. */
interface Opening {
  readonly cold: number;
  readonly warm: number;
}

function pageFigures(name: string, pages: readonly Opening[], more: Figure['more']): Figure[] {
  const cold = pages.map((page) => page.cold);
  const warm = pages.map((page) => page.warm);
  return [
    {
      name: `${name}-warm`,
      unit: 'ms',
      value: rounds(warm),
      comparedTo: { name: 'the same browser the first time: nothing cached', value: rounds(cold) },
      pairs: { ours: warm, theirs: cold },
      ...(more && { more }),
    },
  ];
}

/** The sections that a role reads without anybody's consent. */
export function readable(role: Role): SectionId[] {
  return sectionIds.filter((id) => ['read', 'write'].includes(sections[id].access[role]));
}

/** All sections filled, together of the size wanted: half in rows, half in running text. */
export function fullPlan(): Map<SectionId, Y.Doc> {
  const docs = new Map(sectionIds.map((id) => [id, new Y.Doc()]));
  const size = () => [...docs.values()].reduce((sum, doc) => sum + Y.encodeStateAsUpdate(doc).length, 0);
  while (size() < bytesWanted) for (const [id, doc] of docs) grow(id, doc);
  return docs;
}

function grow(id: SectionId, doc: Y.Doc): void {
  for (const part of sections[id].parts) {
    if (part.kind === 'prose') growProse(doc, part.id);
    if (part.kind === 'list') growList(doc, part);
  }
}

function growList(doc: Y.Doc, list: ListPart): void {
  const first = list.fields[0]?.id ?? '';
  const phone = '22 00 00 11';
  addRow(doc, list, { [first]: sentence.slice(0, 40), phone, about: sentence, deadline: '2027-05-17' });
}

function growProse(doc: Y.Doc, field: string): void {
  const paragraph = new Y.XmlElement('paragraph');
  paragraph.insert(0, [new Y.XmlText(sentence)]);
  proseOf(doc, field).push([paragraph]);
}

/** From the first byte on the line until all sections are in step. */
export async function openInNode(person: Person, planId: string): Promise<number> {
  const begun = performance.now();
  const page = planPage(person);
  const opened = readable('gp').map((sectionId) => openSection(page, { planId, sectionId }));
  await Promise.all(opened.map((session) => until(session, ({ state }) => state.kind === 'saved')));
  const taken = performance.now() - begun;
  opened.forEach((session) => session.close());
  page.connection.close();
  return taken;
}

/** From the navigation until all sections are in step and drawn: in a browser that has never been here, and again. */
export async function openInPage(browser: Browser, person: Person, planId: string, role: Role): Promise<Opening> {
  const { page, close } = await browserOf(browser, person);
  const wanted = readable(role).length;
  const open = async (): Promise<number> => {
    await page.goto(`${person.url}/plan/${planId}`);
    const handle = await page.waitForFunction(
      (count) => {
        const plan = document.querySelector<HTMLElement>('samrad-plan');
        const drawn = document.querySelectorAll('.plan-section-body').length;
        return plan?.dataset['planState'] === 'saved' && drawn >= count ? performance.now() : 0;
      },
      wanted,
      { polling: 'raf' },
    );
    return handle.jsonValue();
  };
  const cold = await open();
  await page.goto('about:blank');
  const warm = await open();
  await close();
  return { cold, warm };
}
