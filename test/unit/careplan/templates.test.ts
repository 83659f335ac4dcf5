/** Templates: their shape as the domain description has it, the windows of the talks, and what counts as filled. */
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addRow, recordOf } from '../../../shared/careplan/document.ts';
import { headingState } from '../../../shared/careplan/filled.ts';
import {
  listParts,
  listPart,
  proseParts,
  recordPart,
  sections,
  type SectionId,
} from '../../../shared/careplan/sections.ts';
import {
  agendaOf,
  templateIds,
  templates,
  windowOf,
  type Heading,
  type TalkId,
} from '../../../shared/careplan/templates.ts';
import { sectionView, type SectionView } from '../../../shared/careplan/view.ts';
import { isToAct } from '../../../shared/domain/rules/acting.ts';
import { ruleIdSchema } from '../../../shared/domain/rules/rules.ts';

test('T4: every place that a template names is there in the table of sections', () => {
  const places = templateIds.flatMap((id) => templates[id].headings.flatMap((heading) => heading.places));
  for (const place of places) {
    const section = sections[place.section];
    const known = [
      ...proseParts(section).map(({ id }) => id),
      ...listParts(section).map(({ id }) => id),
      ...(recordPart(section)?.fields ?? []).map(({ id }) => id),
    ];
    if (place.what === 'parts') expect(known).toEqual(expect.arrayContaining([...place.parts]));
    if (place.what === 'row') {
      const field = listPart(place.section).fields.find(({ id }) => id === place.field);
      expect(field?.choices).toContain(place.value);
    }
  }
});

test('T4: «Hva er viktig for deg?» has six points, pakkeforløp hjem thirteen topics and three talks', () => {
  expect(templates['what-matters'].headings).toHaveLength(6);
  expect(agendaOf(templates['what-matters'])).toHaveLength(6);
  expect(templates['home-pathway'].headings).toHaveLength(13);
  expect(templates['home-pathway'].talks.map(({ id }) => id)).toEqual(['first', 'second', 'third']);
});

test.each<[TalkId, string, string]>([
  ['first', '2026-01-31', '2026-04-29'],
  ['second', '2026-04-30', '2026-05-31'],
  ['third', '2027-01-31', '2027-07-31'],
])('T4: after a diagnosis on 31 January the %s talk is from %s to %s', (id, from, to) => {
  const talk = templates['home-pathway'].talks.find((candidate) => candidate.id === id)!;
  expect(windowOf(talk, '2026-01-31')).toEqual({ from, to });
  expect(windowOf(talk, '')).toBe(null);
});

const view = (sectionId: SectionId, fill: (doc: Y.Doc) => void = () => undefined): SectionView => {
  const doc = new Y.Doc();
  fill(doc);
  return sectionView(doc, sections[sectionId]);
};
const headingOf = (template: keyof typeof templates, id: string): Heading =>
  templates[template].headings.find((heading) => heading.id === id)!;

test('T4: a heading is filled when its part of a section is, not when another part is', () => {
  const period = headingOf('individual-plan', 'period');
  const state = (fill?: (doc: Y.Doc) => void) => headingState(period, () => view('review', fill));
  expect(state()).toBe('missing');
  expect(state((doc) => recordOf(doc).set('period-from', '2026-03-01'))).toBe('filled');
  const nutrition = headingOf('home-pathway', 'nutrition');
  expect(headingState(nutrition, () => view('symptoms', (doc) => addRow(doc, listPart('symptoms'))))).toBe('apart');
});

test('T4: who coordinates is filled by a coordinator in the team, and by nobody else', () => {
  const heading = headingOf('individual-plan', 'coordinator');
  const team = (role: string) => () => view('team', (doc) => addRow(doc, listPart('team'), { name: 'Kari', role }));
  expect(headingState(heading, team('gp'))).toBe('missing');
  expect(headingState(heading, team('coordinator'))).toBe('filled');
});

test('T4: nothing is said of a heading whose sections are closed to the reader', () => {
  expect(headingState(headingOf('palliative', 'standby'), () => null)).toBe('closed');
});

test('every rule that is not about one task has somebody who acts', () => {
  const aboutOneTask = ['R1', 'R2', 'R3', 'R4', 'R5', 'R11', 'deadlines'];
  const rules = ruleIdSchema.options.filter((rule) => !aboutOneTask.includes(rule));
  const roles = ['gp', 'coordinator', 'home-care', 'oncologist', 'palliative'] as const;
  for (const rule of rules) expect(roles.some((role) => isToAct(role, { rule }))).toBe(true);
});
