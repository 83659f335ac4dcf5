/**
 * The one table of sections: what each holds and who may read or write it.
 * Source of the access columns: the care team's domain description, "The plan: sections".
 * A new section is a row here, its texts in shared/i18n, and a component where the two general ones (prose, rows) don't fit.
 */
import { z } from 'zod';
import { coreProfessionals, type Role } from '../domain/roles.ts';

export const sectionIdSchema = z.enum(['what-matters', 'contacts', 'tasks', 'working-notes']);
export type SectionId = z.infer<typeof sectionIdSchema>;

/**
 * What a role may do in a section without anybody's consent.
 * `consent`: read, and only while the patient has opened the section for this person.
 */
export type Grant = 'write' | 'read' | 'consent' | 'none';

/** How a field of a row is edited and stored. `text` is a Y.Text that many may type in at once; the rest are single values, last writer wins. */
export type FieldKind = 'text' | 'line' | 'phone' | 'date' | 'time' | 'weekdays' | 'flag' | 'choice' | 'member';

export interface FieldDefinition {
  readonly id: string;
  readonly kind: FieldKind;
  /** The values of a `choice`; their texts are in shared/i18n under `choices.<section>.<field>`. */
  readonly choices?: readonly string[];
}

interface SectionBase {
  readonly id: SectionId;
  /** Raised when stored documents change shape; a page that knows a lower number is told to reload (4409). */
  readonly schema: number;
  readonly access: Readonly<Record<Role, Grant>>;
  /** Whether a row's owner may set its status without the right to write the section ("own W" in the table). */
  readonly ownRows: boolean;
}

/** Running text: each field is one Y.XmlFragment of the document, named by the field's id. */
export interface ProseSection extends SectionBase {
  readonly kind: 'prose';
  readonly fields: readonly string[];
}

/** A list: the document's Y.Map `rows` holds a Y.Map per row, keyed by row id. */
export interface RowsSection extends SectionBase {
  readonly kind: 'rows';
  readonly fields: readonly FieldDefinition[];
}

export type SectionDefinition = ProseSection | RowsSection;

/** Builds one line of the access table: every core professional alike, then each other role. Interpreters never have plan access. */
function access(columns: {
  professionals: Grant;
  allied: Grant;
  patient: Grant;
  relative: Grant;
  volunteer: Grant;
}): Record<Role, Grant> {
  const { professionals, ...others } = columns;
  const core = Object.fromEntries(coreProfessionals.map((role) => [role, professionals])) as Record<
    (typeof coreProfessionals)[number],
    Grant
  >;
  return { ...core, ...others, interpreter: 'none' };
}

export const taskStatuses = ['open', 'doing', 'done', 'dropped'] as const;
export type TaskStatus = (typeof taskStatuses)[number];

export const sections: Readonly<Record<SectionId, SectionDefinition>> = {
  'what-matters': {
    id: 'what-matters',
    schema: 1,
    kind: 'prose',
    ownRows: false,
    fields: ['matters', 'goals', 'hope', 'worries', 'good-day', 'not-wanted'],
    access: access({
      professionals: 'write',
      allied: 'read',
      patient: 'write',
      relative: 'consent',
      volunteer: 'consent',
    }),
  },
  contacts: {
    id: 'contacts',
    schema: 1,
    kind: 'rows',
    ownRows: false,
    fields: [
      { id: 'who', kind: 'line' },
      { id: 'phone', kind: 'phone' },
      { id: 'about', kind: 'text' },
      { id: 'weekdays', kind: 'weekdays' },
      { id: 'from', kind: 'time' },
      { id: 'to', kind: 'time' },
      { id: 'holidays', kind: 'flag' },
    ],
    access: access({ professionals: 'write', allied: 'read', patient: 'read', relative: 'read', volunteer: 'consent' }),
  },
  tasks: {
    id: 'tasks',
    schema: 1,
    kind: 'rows',
    ownRows: true,
    fields: [
      { id: 'what', kind: 'text' },
      { id: 'owner', kind: 'member' },
      { id: 'deadline', kind: 'date' },
      { id: 'status', kind: 'choice', choices: taskStatuses },
    ],
    access: access({
      professionals: 'write',
      allied: 'write',
      patient: 'read',
      relative: 'consent',
      volunteer: 'none',
    }),
  },
  'working-notes': {
    id: 'working-notes',
    schema: 1,
    kind: 'prose',
    ownRows: false,
    fields: ['notes'],
    access: access({ professionals: 'write', allied: 'write', patient: 'none', relative: 'none', volunteer: 'none' }),
  },
};

/** The sections in the order of the plan. */
export const sectionIds: readonly SectionId[] = sectionIdSchema.options;
