/** Running text as it is read: the shared text drawn without an editor. */
import { html, nothing, type TemplateResult } from 'lit';
import * as Y from 'yjs';

/** The text of a field; what the page does not know is shown as a paragraph, never left out. */
export function proseText(fragment: Y.XmlFragment): TemplateResult[] {
  return fragment.toArray().flatMap((node) => (node instanceof Y.XmlElement ? [block(node)] : []));
}

/** Whether a field holds any letter. */
export function isEmptyProse(fragment: Y.XmlFragment | Y.XmlElement): boolean {
  return fragment.toArray().every((node) => {
    if (node instanceof Y.XmlText) return node.length === 0;
    return node instanceof Y.XmlElement ? isEmptyProse(node) : true;
  });
}

function block(element: Y.XmlElement): TemplateResult {
  switch (element.nodeName) {
    case 'heading':
      return html`<h4>${inline(element)}</h4>`;
    case 'bullet_list':
      return html`<ul>
        ${items(element)}
      </ul>`;
    case 'ordered_list':
      return html`<ol>
        ${items(element)}
      </ol>`;
    default:
      return html`<p>${inline(element)}</p>`;
  }
}

function items(list: Y.XmlElement): TemplateResult[] {
  return list.toArray().flatMap((item) => (item instanceof Y.XmlElement ? [html`<li>${proseBlocks(item)}</li>`] : []));
}

function proseBlocks(item: Y.XmlElement): TemplateResult[] {
  return item.toArray().flatMap((node) => (node instanceof Y.XmlElement ? [block(node)] : []));
}

function inline(element: Y.XmlElement): unknown[] {
  return element.toArray().flatMap((node) => (node instanceof Y.XmlText ? spans(node) : []));
}

interface Span {
  readonly insert?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
}

function spans(text: Y.XmlText): unknown[] {
  const delta: readonly Span[] = text.toDelta() as readonly Span[];
  return delta.map(({ insert, attributes = {} }) => {
    if (typeof insert !== 'string') return nothing;
    const slanted = attributes['em'] ? html`<em>${insert}</em>` : insert;
    return attributes['strong'] ? html`<strong>${slanted}</strong>` : slanted;
  });
}
