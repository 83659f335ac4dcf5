/** Moving paragraphs from one section to another as one step with one way back. What is moved stands in both for a moment, never in none. */
import * as Y from 'yjs';
import { proseOf } from '../../../shared/careplan/document.ts';
import { proseParts, sectionIds, sections, type SectionId } from '../../../shared/careplan/sections.ts';
import type { SectionSession } from '../../api/plan/sectionSession.ts';
import { inputOrigin } from '../../api/plan/sectionUndo.ts';
import { isEmptyProse } from '../prose/proseText.ts';

/** A field of running text that this person may write. */
export interface Destination {
  readonly session: SectionSession;
  readonly field: string;
}

/** A paragraph, heading or list of a field. */
export interface Block {
  readonly element: Y.XmlElement;
  readonly words: string;
}

/** What was moved, as long as it can be moved back. */
export interface Moved {
  /** Whether nothing was written by this page after it, in either section. */
  readonly undoable: () => boolean;
  readonly undo: () => void;
}

/** Where the text of a section can go: all running text of the other sections that are open here to be written. */
export function destinationsFrom(
  source: SectionSession,
  sectionOf: (id: SectionId) => SectionSession | null,
): Destination[] {
  return sectionIds.flatMap((id) => {
    const session = sectionOf(id);
    if (!session || id === source.section.id || session.access !== 'write' || !session.loaded) return [];
    return proseParts(sections[id]).map(({ id: field }) => ({ session, field }));
  });
}

/** The blocks of a field that hold anything. */
export function blocksOf({ session, field }: Destination): Block[] {
  return proseOf(session.doc, field)
    .toArray()
    .flatMap((node) => (node instanceof Y.XmlElement && !isEmptyProse(node) ? [node] : []))
    .map((element) => ({ element, words: wordsOf(element) }));
}

/** Moves blocks of one field to the end of another. */
export function moveBlocks(from: Destination, elements: readonly Y.XmlElement[], to: Destination): Moved {
  const copies = elements.map((element) => element.clone());
  const put = asStep(to.session, () => append(proseOf(to.session.doc, to.field), copies));
  const taken = asStep(from.session, () => remove(proseOf(from.session.doc, from.field), elements));
  return {
    undoable: () => isLast(from.session, taken) && isLast(to.session, put),
    undo: () => {
      from.session.undo.undo();
      to.session.undo.undo();
    },
  };
}

type Step = Y.UndoManager['undoStack'][number];

/** Does something as one undoable step of its own. */
function asStep({ doc, undo }: SectionSession, act: () => void): Step | undefined {
  undo.stopCapturing();
  doc.transact(act, inputOrigin);
  undo.stopCapturing();
  return undo.undoStack.at(-1);
}

function isLast({ undo }: SectionSession, step: Step | undefined): boolean {
  return step !== undefined && undo.undoStack.at(-1) === step;
}

/** An empty paragraph at the end gives way: it is where one would have begun to write. */
function append(fragment: Y.XmlFragment, blocks: Y.XmlElement[]): void {
  const last = fragment.length - 1;
  const end = last >= 0 ? fragment.get(last) : null;
  if (end instanceof Y.XmlElement && isEmptyProse(end)) fragment.delete(last, 1);
  fragment.insert(fragment.length, blocks);
}

function remove(fragment: Y.XmlFragment, elements: readonly Y.XmlElement[]): void {
  for (let index = fragment.length - 1; index >= 0; index -= 1)
    if (elements.some((element) => element === fragment.get(index))) fragment.delete(index, 1);
}

function wordsOf(node: Y.XmlElement): string {
  return node
    .toArray()
    .map((child) => {
      if (child instanceof Y.XmlElement) return `${wordsOf(child)} `;
      return child instanceof Y.XmlText ? textOf(child) : '';
    })
    .join('')
    .trim();
}

function textOf(text: Y.XmlText): string {
  const delta = text.toDelta() as readonly { readonly insert?: unknown }[];
  return delta.map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
}
