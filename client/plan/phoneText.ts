/** Telephone numbers in running text: found, so that a finger can ring them. Pure but for the links. */
import { html, type TemplateResult } from 'lit';

/** Norwegian numbers: eight digits with or without spaces and the country's code, and the numbers of emergencies. */
const numbers = /(?<!\d)(?:(?:(?:\+|00)47\s?)?(?:\d\s?){7}\d|116\s?117|11[0-3])(?!\d)/g;

/** A piece of a text: `number` is what a telephone dials, null where the piece is only words. */
export interface PhonePart {
  readonly text: string;
  readonly number: string | null;
}

/** The text in pieces, in order; together they are the text. */
export function phoneParts(text: string): PhonePart[] {
  const parts: PhonePart[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(numbers)) {
    if (index > end) parts.push({ text: text.slice(end, index), number: null });
    parts.push({ text: found, number: dialled(found) });
    end = index + found.length;
  }
  if (end < text.length) parts.push({ text: text.slice(end), number: null });
  return parts;
}

/** What a telephone dials for a written number. */
export function dialled(written: string): string {
  return written.replaceAll(/[^\d+]/g, '');
}

/** A text whose numbers can be rung. */
export function phoneText(text: string): TemplateResult[] {
  return phoneParts(text).map(({ text: words, number }) =>
    number === null ? html`${words}` : html`<a class="phone-number numbers" href=${`tel:${number}`}>${words}</a>`,
  );
}
