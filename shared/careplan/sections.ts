/**
 * The one table of sections: what each holds and who may read or write it.
 * Source of the access columns: the care team's domain description, "The plan: sections".
 * A new section is a row here, its texts in shared/i18n, and a component where the general ones (prose, record, list) don't fit.
 */
import { z } from 'zod';
import { coreProfessionals, type Role } from '../domain/roles.ts';
import type { FieldDefinition, ListPart, Part, ProsePart, RecordField, RecordPart } from './parts.ts';

export const sectionIdSchema = z.enum([
  'what-matters',
  'relatives',
  'children',
  'disease',
  'phase',
  'symptoms',
  'zones',
  'medicines',
  'standby-medicines',
  'decisions',
  'wishes',
  'faith',
  'daily-life',
  'contacts',
  'team',
  'tasks',
  'resources',
  'review',
  'bereavement',
  'working-notes',
]);
export type SectionId = z.infer<typeof sectionIdSchema>;

/**
 * What a role may do in a section without anybody's consent.
 * `consent`: read, and only while the patient has opened the section for this person.
 */
export type Grant = 'write' | 'read' | 'consent' | 'none';

/** What the sections stand together under, in the order of the plan: every group is one run of the table. */
export const sectionGroups = ['person', 'health', 'wishes', 'everyday', 'onward'] as const;
export type SectionGroup = (typeof sectionGroups)[number];

export interface SectionDefinition {
  readonly id: SectionId;
  readonly group: SectionGroup;
  /** Raised when stored documents change shape; a page that knows a lower number is told to reload (4409). */
  readonly schema: number;
  readonly access: Readonly<Record<Role, Grant>>;
  /**
   * What a person may change by request without the right to write the section. `status`: the status of rows that are
   * theirs ("own W" in the table). `source`: what they themselves say they take ("own source only").
   */
  readonly own: 'none' | 'status' | 'source';
  /** What is in it, in the order in which it is shown. */
  readonly parts: readonly Part[];
}

interface Columns {
  readonly professionals: Grant;
  readonly allied: Grant;
  readonly patient: Grant;
  readonly relative: Grant;
  readonly volunteer: Grant;
}

/**
 * One line of the access table: every core professional alike but for `exceptions`, then each other role. Interpreters
 * never have plan access.
 */
function access(columns: Columns, exceptions: Partial<Record<Role, Grant>> = {}): Record<Role, Grant> {
  const { professionals, ...others } = columns;
  const core = Object.fromEntries(coreProfessionals.map((role) => [role, professionals])) as Record<
    (typeof coreProfessionals)[number],
    Grant
  >;
  return { ...core, ...others, interpreter: 'none', ...exceptions };
}

const prose = (id: string): ProsePart => ({ kind: 'prose', id });
const record = (...fields: RecordField[]): RecordPart => ({ kind: 'record', id: 'record', fields });
const list = (id: string, title: string, ...fields: FieldDefinition[]): ListPart => ({
  kind: 'list',
  id,
  title,
  fields,
});
const line = (id: string) => ({ id, kind: 'line' }) as const;
const text = (id: string) => ({ id, kind: 'text' }) as const;
const phone = (id: string) => ({ id, kind: 'phone' }) as const;
const date = (id: string) => ({ id, kind: 'date' }) as const;
const time = (id: string) => ({ id, kind: 'time' }) as const;
const flag = (id: string) => ({ id, kind: 'flag' }) as const;
const member = (id: string) => ({ id, kind: 'member' }) as const;
const score = (id: string) => ({ id, kind: 'score' }) as const;
const choice = (id: string, ...choices: string[]) => ({ id, kind: 'choice', choices }) as const;

export const taskStatuses = ['open', 'doing', 'done', 'dropped'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

/** What a task is about, as far as a rule speaks of it. */
export const taskKinds = [
  'task',
  'message',
  'specialist-question',
  'phone-conference',
  'home-visit',
  'gp-appointment',
] as const;
/** How far a message to another organisation has come. */
export const messageStates = ['none', 'draft', 'sent', 'received', 'partly', 'rejected', 'answered'] as const;

/** The scores of ESAS-r in the order of the form, each 0–10; the last one is for a symptom of the patient's own. */
export const symptomScores = [
  'pain',
  'tiredness',
  'drowsiness',
  'nausea',
  'appetite',
  'breathlessness',
  'depression',
  'anxiety',
  'wellbeing',
  'other',
] as const;

/** Where a list of medicines comes from: the GP's list, a discharge letter, home care, the patient. */
export const medicineSources = ['gp-list', 'discharge', 'home-care', 'patient'] as const;

export const sections: Readonly<Record<SectionId, SectionDefinition>> = {
  'what-matters': {
    id: 'what-matters',
    group: 'person',
    schema: 1,
    own: 'none',
    access: access({
      professionals: 'write',
      allied: 'read',
      patient: 'write',
      relative: 'consent',
      volunteer: 'consent',
    }),
    parts: ['matters', 'goals', 'hope', 'worries', 'good-day', 'not-wanted'].map(prose),
  },
  relatives: {
    id: 'relatives',
    group: 'person',
    schema: 1,
    own: 'none',
    access: access({
      professionals: 'write',
      allied: 'read',
      patient: 'write',
      relative: 'consent',
      volunteer: 'none',
    }),
    parts: [
      list(
        'rows',
        'name',
        line('name'),
        choice('relation', '', 'spouse', 'child', 'parent', 'sibling', 'grandchild', 'friend', 'neighbour', 'other'),
        phone('phone'),
        choice('authority', '', 'next-of-kin', 'power-of-attorney', 'guardian'),
        text('may-know'),
      ),
      ...['burden', 'nights', 'respite', 'work'].map(prose),
    ],
  },
  children: {
    id: 'children',
    group: 'person',
    schema: 1,
    own: 'none',
    access: access({
      professionals: 'write',
      allied: 'read',
      patient: 'write',
      relative: 'consent',
      volunteer: 'none',
    }),
    parts: [
      list(
        'rows',
        'name',
        line('name'),
        line('age'),
        text('knows'),
        line('told-by'),
        date('told-on'),
        text('school'),
        line('hospital-contact'),
        date('next-talk'),
      ),
    ],
  },
  disease: {
    id: 'disease',
    group: 'health',
    schema: 1,
    own: 'none',
    access: access({ professionals: 'write', allied: 'read', patient: 'read', relative: 'consent', volunteer: 'none' }),
    parts: [
      record(
        line('diagnosis'),
        date('diagnosed-on'),
        line('stage'),
        choice('ecog', '', '0', '1', '2', '3', '4'),
        date('ecog-on'),
      ),
      list(
        'treatments',
        'what',
        text('what'),
        choice('state', '', 'planned', 'ongoing', 'ended'),
        date('from'),
        date('to'),
      ),
      prose('patient-knows'),
    ],
  },
  phase: {
    id: 'phase',
    group: 'health',
    schema: 1,
    own: 'none',
    access: access({ professionals: 'write', allied: 'read', patient: 'read', relative: 'consent', volunteer: 'none' }),
    parts: [
      record(
        choice('phase', '', 'assessment', 'treatment', 'follow-up', 'rehabilitation', 'palliative', 'end-of-life'),
        choice('intent', '', 'cure', 'longer-life', 'relief'),
        date('next-review'),
      ),
      prose('about'),
    ],
  },
  symptoms: {
    id: 'symptoms',
    group: 'health',
    schema: 1,
    own: 'none',
    access: access({
      professionals: 'write',
      allied: 'read',
      patient: 'write',
      relative: 'consent',
      volunteer: 'none',
    }),
    parts: [
      list(
        'rows',
        'on',
        date('on'),
        time('at'),
        choice('answered-by', 'patient', 'relative', 'nurse'),
        ...symptomScores.map(score),
        line('other-name'),
        text('note'),
      ),
    ],
  },
  zones: {
    id: 'zones',
    group: 'health',
    schema: 1,
    own: 'none',
    access: access({ professionals: 'write', allied: 'read', patient: 'read', relative: 'consent', volunteer: 'none' }),
    parts: [
      list(
        'rows',
        'problem',
        line('problem'),
        choice('level', 'green', 'yellow', 'red'),
        text('signs'),
        text('own-steps'),
        text('home-care'),
        text('ring'),
      ),
    ],
  },
  medicines: {
    id: 'medicines',
    group: 'health',
    schema: 1,
    own: 'source',
    access: access({ professionals: 'write', allied: 'none', patient: 'read', relative: 'consent', volunteer: 'none' }),
    parts: [
      list('sources', 'source', choice('source', ...medicineSources), date('on'), line('by')),
      list(
        'drugs',
        'name',
        line('name'),
        ...medicineSources.map(text),
        choice('change', '', 'unchanged', 'new', 'changed', 'stopped'),
        text('reason'),
      ),
      prose('allergies'),
    ],
  },
  'standby-medicines': {
    id: 'standby-medicines',
    group: 'health',
    schema: 1,
    own: 'none',
    access: access({ professionals: 'write', allied: 'none', patient: 'read', relative: 'consent', volunteer: 'none' }),
    parts: [
      list(
        'rows',
        'what',
        line('what'),
        text('dose'),
        line('ordered-by'),
        date('ordered-on'),
        line('where'),
        date('expires'),
        text('may-give'),
      ),
    ],
  },
  decisions: {
    id: 'decisions',
    group: 'health',
    schema: 1,
    own: 'none',
    access: access(
      { professionals: 'read', allied: 'none', patient: 'read', relative: 'consent', volunteer: 'none' },
      { gp: 'write', oncologist: 'write', palliative: 'write' },
    ),
    parts: [
      list(
        'rows',
        'about',
        choice('about', '', 'resuscitation', 'intensive-care', 'admission', 'antibiotics', 'fluids', 'other'),
        text('decision'),
        member('decided-by'),
        date('on'),
        text('why'),
        text('discussed-with'),
        choice('summary-record', '', 'entered', 'not-entered', 'not-relevant'),
      ),
    ],
  },
  wishes: {
    id: 'wishes',
    group: 'wishes',
    schema: 1,
    own: 'none',
    access: access({
      professionals: 'write',
      allied: 'none',
      patient: 'write',
      relative: 'consent',
      volunteer: 'none',
    }),
    parts: ['place-of-care', 'place-of-death', 'present', 'rituals', 'practical'].map(prose),
  },
  faith: {
    id: 'faith',
    group: 'wishes',
    schema: 1,
    own: 'none',
    access: access({
      professionals: 'consent',
      allied: 'consent',
      patient: 'write',
      relative: 'consent',
      volunteer: 'none',
    }),
    parts: ['belonging', 'person', 'rituals'].map(prose),
  },
  'daily-life': {
    id: 'daily-life',
    group: 'everyday',
    schema: 1,
    own: 'none',
    access: access({
      professionals: 'write',
      allied: 'write',
      patient: 'write',
      relative: 'consent',
      volunteer: 'consent',
    }),
    parts: [
      list('aids', 'what', line('what'), choice('state', 'wanted', 'ordered', 'in-place'), line('where')),
      ...['home-safety', 'transport', 'sick-leave', 'economy', 'work'].map(prose),
    ],
  },
  contacts: {
    id: 'contacts',
    group: 'everyday',
    schema: 2,
    own: 'none',
    access: access({ professionals: 'write', allied: 'read', patient: 'read', relative: 'read', volunteer: 'consent' }),
    parts: [
      list(
        'rows',
        'who',
        line('who'),
        choice('kind', '', 'gp', 'gp-away', 'contact-doctor', 'open-return', 'home-care', 'emergency'),
        phone('phone'),
        text('about'),
        { id: 'weekdays', kind: 'weekdays' },
        time('from'),
        time('to'),
        flag('holidays'),
      ),
    ],
  },
  team: {
    id: 'team',
    group: 'everyday',
    schema: 1,
    own: 'none',
    access: access({ professionals: 'write', allied: 'read', patient: 'read', relative: 'read', volunteer: 'consent' }),
    parts: [
      list(
        'rows',
        'name',
        line('name'),
        choice(
          'role',
          '',
          'gp',
          'oncologist',
          'contact-doctor',
          'palliative',
          'cancer-nurse',
          'coordinator',
          'home-care',
          'primary-contact',
          'allied',
          'volunteer',
          'other',
        ),
        line('organisation'),
        phone('phone'),
        text('responsibility'),
        line('available'),
        date('from'),
        date('to'),
      ),
    ],
  },
  tasks: {
    id: 'tasks',
    group: 'everyday',
    schema: 2,
    own: 'status',
    access: access({
      professionals: 'write',
      allied: 'write',
      patient: 'read',
      relative: 'consent',
      volunteer: 'none',
    }),
    parts: [
      list(
        'rows',
        'what',
        text('what'),
        choice('kind', ...taskKinds),
        member('owner'),
        date('deadline'),
        time('time'),
        choice('status', ...taskStatuses),
        flag('urgent'),
        line('rang-who'),
        date('rang-on'),
        choice('message', ...messageStates),
        date('sent-on'),
        // Where the task comes from: a section, `<section>/<row>`, `meeting/<id>` or `transition/<id>/<point>`.
        { id: 'source', kind: 'reference' },
      ),
    ],
  },
  resources: {
    id: 'resources',
    group: 'everyday',
    schema: 1,
    own: 'none',
    access: access({
      professionals: 'write',
      allied: 'write',
      patient: 'read',
      relative: 'consent',
      volunteer: 'read',
    }),
    parts: [list('rows', 'organisation', line('organisation'), text('what'), line('contact'), phone('phone'))],
  },
  review: {
    id: 'review',
    group: 'onward',
    schema: 1,
    own: 'none',
    access: access({ professionals: 'write', allied: 'read', patient: 'read', relative: 'consent', volunteer: 'none' }),
    parts: [record(date('period-from'), date('period-to'), date('next-revision')), prose('turning-points')],
  },
  bereavement: {
    id: 'bereavement',
    group: 'onward',
    schema: 1,
    own: 'none',
    access: access({ professionals: 'write', allied: 'read', patient: 'none', relative: 'consent', volunteer: 'none' }),
    parts: [record(date('talk-on'), line('talk-by')), prose('talk'), prose('children')],
  },
  'working-notes': {
    id: 'working-notes',
    group: 'onward',
    schema: 1,
    own: 'none',
    access: access({ professionals: 'write', allied: 'write', patient: 'none', relative: 'none', volunteer: 'none' }),
    parts: [prose('notes')],
  },
};

/** The sections in the order of the plan. */
export const sectionIds: readonly SectionId[] = sectionIdSchema.options;

/** The prose parts of a section. */
export function proseParts({ parts }: SectionDefinition): ProsePart[] {
  return parts.filter((part) => part.kind === 'prose');
}

/** The lists of a section. */
export function listParts({ parts }: SectionDefinition): ListPart[] {
  return parts.filter((part) => part.kind === 'list');
}

/** The single values of a section, where it has any. */
export function recordPart({ parts }: SectionDefinition): RecordPart | null {
  return parts.find((part) => part.kind === 'record') ?? null;
}

/** A list of a section by its id; most sections with a list have one, `rows`. @throws where the table has none of that name. */
export function listPart(sectionId: SectionId, listId = 'rows'): ListPart {
  const found = listParts(sections[sectionId]).find(({ id }) => id === listId);
  if (!found) throw new Error(`The section ${sectionId} has no list ${listId}.`);
  return found;
}
