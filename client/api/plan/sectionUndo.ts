/** Undo in one section, of what this tab has written and nothing else. */
import * as Y from 'yjs';
import { proseOf, recordOf, rowsOf } from '../../../shared/careplan/document.ts';
import type { Part } from '../../../shared/careplan/parts.ts';
import type { SectionDefinition } from '../../../shared/careplan/sections.ts';

/** The origin of what the native inputs of this tab write. */
export const inputOrigin = Symbol('input');

/** Undo for a section. Origins of editors that are loaded later are added with `addTrackedOrigin`. */
export function createUndo(doc: Y.Doc, section: SectionDefinition): Y.UndoManager {
  return new Y.UndoManager([...section.parts.map((part) => typeOf(doc, part))], {
    doc,
    trackedOrigins: new Set([inputOrigin]),
    deleteFilter: mayVanish,
  });
}

function typeOf(doc: Y.Doc, { kind, id }: Part) {
  if (kind === 'prose') return proseOf(doc, id);
  return kind === 'record' ? recordOf(doc) : rowsOf(doc, id);
}

/** Undoing the making of a paragraph or a text must not take along what others have written into it since. */
function mayVanish({ content }: Y.Item): boolean {
  if (!(content instanceof Y.ContentType)) return true;
  const { type } = content;
  if (type instanceof Y.XmlElement || type instanceof Y.Text) return type.length === 0;
  return true;
}
