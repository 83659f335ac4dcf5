/** Finds out what an edit changes in a section: which prose, which fields, which rows. Reads Yjs' events, never the texts. */
import * as Y from 'yjs';
import {
  changeValueSchema,
  rowIdSchema,
  type ChangeValue,
  type SectionChange,
} from '../../../shared/careplan/change.ts';
import { proseOf, recordOf, rowsOf } from '../../../shared/careplan/document.ts';
import type { FieldDefinition, Part } from '../../../shared/careplan/parts.ts';
import type { SectionDefinition } from '../../../shared/careplan/sections.ts';
import { idSchema } from '../../../shared/domain/ids.ts';
import { roleSchema } from '../../../shared/domain/roles.ts';
import { fieldValue } from '../../../shared/careplan/view.ts';

type Event = Y.YEvent<Y.AbstractType<unknown>>;

export class ChangeReader {
  readonly #doc: Y.Doc;
  #found = new Map<string, SectionChange>();

  /** Reads what happens to `doc` from now on. */
  constructor(doc: Y.Doc, { parts }: SectionDefinition) {
    this.#doc = doc;
    for (const part of parts)
      typeOf(doc, part).observeDeep((events: Event[]) => {
        for (const event of events) this.#note(part, event);
      });
  }

  /** Applies an update and tells what it changed, each target once. @throws where Yjs can't apply it; then neither can be used again. */
  apply(update: Uint8Array): SectionChange[] {
    this.#found = new Map();
    Y.applyUpdate(this.#doc, update);
    return [...this.#found.values()];
  }

  #note(part: Part, event: Event): void {
    const [row, field] = event.path;
    switch (part.kind) {
      case 'prose':
        return this.#add({ part: part.id, row: '', field: '', kind: 'changed', value: null });
      case 'record':
        // What stands below a field is nothing that the table knows.
        return row === undefined ? this.#noteFields(part, '', event) : undefined;
      case 'list':
        if (row === undefined) return this.#noteRows(part.id, event);
        if (field === undefined) return this.#noteFields(part, String(row), event);
        if (part.fields.some(({ id }) => id === field))
          this.#add({ part: part.id, row: String(row), field: String(field), kind: 'changed', value: null });
    }
  }

  #noteRows(part: string, event: Event): void {
    const rows: unknown = event.target;
    if (!(rows instanceof Y.Map)) return;
    for (const [row, { oldValue }] of event.changes.keys) {
      const was = oldValue instanceof Y.Map;
      const is = rows.get(row) instanceof Y.Map;
      if (!was && !is) continue;
      const kind = was && is ? 'changed' : is ? 'added' : 'removed';
      this.#add({ part, row, field: '', kind, value: null });
    }
  }

  #noteFields({ id, fields }: { id: string; fields: readonly FieldDefinition[] }, row: string, event: Event): void {
    const values: unknown = event.target;
    if (!(values instanceof Y.Map)) return;
    for (const field of fields)
      if (event.changes.keys.has(field.id))
        this.#add({ part: id, row, field: field.id, kind: 'changed', value: valueOf(field, values.get(field.id)) });
  }

  #add(change: SectionChange): void {
    if (change.row !== '' && !rowIdSchema.safeParse(change.row).success) return;
    this.#found.set(`${change.part} ${change.row} ${change.field}`, change);
  }
}

function typeOf(doc: Y.Doc, { kind, id }: Part): Y.AbstractType<unknown> {
  if (kind === 'prose') return proseOf(doc, id) as Y.AbstractType<unknown>;
  return (kind === 'record' ? recordOf(doc) : rowsOf(doc, id)) as Y.AbstractType<unknown>;
}

/** What may be remembered of a value: only what can't be free text, whoever put it there. */
function valueOf(field: FieldDefinition, stored: unknown): ChangeValue | null {
  const value = changeValueSchema.parse(fieldValue(field, stored));
  switch (field.kind) {
    case 'choice':
      return field.choices?.includes(String(value)) === true ? value : null;
    case 'member':
      return value === '' || idSchema.safeParse(value).success || roleSchema.safeParse(value).success ? value : null;
    case 'text':
    case 'line':
    case 'phone':
    case 'reference':
      return null;
    default:
      return value;
  }
}
