/** Running text as plain data, drawn as it is read: a frozen version, a printout. */
import { html, nothing, type TemplateResult } from 'lit';
import type { ProseBlock, ProseNode, TextRun } from '../../../shared/careplan/content.ts';

export function proseBlocks(nodes: readonly ProseNode[]): TemplateResult[] {
  return nodes.map((node) => ('text' in node ? html`<p>${run(node)}</p>` : block(node)));
}

function block({ block: name, children }: ProseBlock): TemplateResult {
  switch (name) {
    case 'heading':
      return html`<h4>${runs(children)}</h4>`;
    case 'bullet_list':
      return html`<ul>
        ${items(children)}
      </ul>`;
    case 'ordered_list':
      return html`<ol>
        ${items(children)}
      </ol>`;
    default:
      return html`<p>${runs(children)}</p>`;
  }
}

function items(nodes: readonly ProseNode[]): TemplateResult[] {
  return nodes.map((node) => html`<li>${'text' in node ? run(node) : proseBlocks(node.children)}</li>`);
}

function runs(nodes: readonly ProseNode[]): unknown[] {
  return nodes.map((node) => ('text' in node ? run(node) : nothing));
}

function run({ text, marks }: TextRun): unknown {
  const slanted = marks.includes('em') ? html`<em>${text}</em>` : text;
  return marks.includes('strong') ? html`<strong>${slanted}</strong>` : slanted;
}
