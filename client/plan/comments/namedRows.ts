/** The rows of an open section by the names that people know them by. */
import { orderedRows } from '../../../shared/careplan/document.ts';
import { listParts } from '../../../shared/careplan/sections.ts';
import { texts } from '../../i18n/texts.ts';
import { valueText, type ReadableRow } from '../rows/valueText.ts';

export function namedRows(context: ReadableRow['context']): { readonly id: string; readonly name: string }[] {
  const { section, doc } = context.session;
  return listParts(section).flatMap((list) => {
    const title = list.fields.find(({ id }) => id === list.title);
    const unnamed = texts().shared.sections[section.id].lists?.[list.id]?.unnamed ?? '';
    return orderedRows(doc, list.id).map(({ id, row }) => ({
      id,
      name: (title && valueText({ context, row }, title).trim()) || unnamed,
    }));
  });
}
