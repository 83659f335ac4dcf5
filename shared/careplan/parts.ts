/** What a section is made of: prose where people tell, records where they note, lists where they list. */

/**
 * How a field is edited and stored. `text` is a Y.Text that many may type in at once; the rest are single values, last
 * writer wins. `score`: 0–10, or `'unable'` for "can't judge". `member`: a person of the team, or a role. `reference`:
 * where a row comes from, set by the machine.
 */
export type FieldKind =
  'text' | 'line' | 'phone' | 'date' | 'time' | 'weekdays' | 'flag' | 'choice' | 'member' | 'score' | 'reference';

export interface FieldDefinition {
  readonly id: string;
  readonly kind: FieldKind;
  /** The values of a `choice`, the first being that of a new row; their texts are in shared/i18n under `choices.<section>.<field>`. `''` is "not chosen". */
  readonly choices?: readonly string[];
}

/** A record holds no `text`: two who open a new record at once must not make two texts of one field. */
export type RecordField = FieldDefinition & { readonly kind: Exclude<FieldKind, 'text'> };

/** Running text: a Y.XmlFragment of the document, named by `id`. */
export interface ProsePart {
  readonly kind: 'prose';
  readonly id: string;
}

/** Single values: the document's Y.Map `record`. */
export interface RecordPart {
  readonly kind: 'record';
  readonly id: 'record';
  readonly fields: readonly RecordField[];
}

/** A list: the document's Y.Map `id` holds a Y.Map per row, keyed by row id. */
export interface ListPart {
  readonly kind: 'list';
  readonly id: string;
  /** The field that names a row where it is spoken of. */
  readonly title: string;
  readonly fields: readonly FieldDefinition[];
}

export type Part = ProsePart | RecordPart | ListPart;
