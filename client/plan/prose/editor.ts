/** The editor of one field of running text: ProseMirror on the shared text. Fetched only by those who may write. */
import { baseKeymap } from 'prosemirror-commands';
import { inputRules, undoInputRule, wrappingInputRule } from 'prosemirror-inputrules';
import { keymap } from 'prosemirror-keymap';
import { splitListItem } from 'prosemirror-schema-list';
import { EditorState, Plugin } from 'prosemirror-state';
import { EditorView } from 'prosemirror-view';
import { initProseMirrorDoc, ySyncPlugin, ySyncPluginKey } from 'y-prosemirror';
import { proseOf } from '../../../shared/careplan/document.ts';
import type { SectionContext } from '../context.ts';
import { cursors } from './cursors.ts';
import { activeFormats, commands } from './formats.ts';
import { schema } from './schema.ts';
import type { Format } from './toolbar.ts';
import { undoSelection } from './undoSelection.ts';

interface EditorOptions {
  readonly mount: HTMLElement;
  readonly context: SectionContext;
  readonly field: string;
  /** The id of the element that names the field. */
  readonly labelledBy: string;
  /** The id of the element that says what the field asks for, where there is one. */
  readonly describedBy: string | null;
  /** Called after every change of text or selection. */
  readonly onChange: () => void;
}

export interface ProseEditor {
  /** The formats that are on where the caret is. */
  formats(): ReadonlySet<Format>;
  /** Puts a format on or takes it off, and gives the text the focus. */
  toggle(format: Format): void;
  close(): void;
}

export function createProseEditor({
  mount,
  context,
  field,
  labelledBy,
  describedBy,
  onChange,
}: EditorOptions): ProseEditor {
  const { session, presence } = context;
  const fragment = proseOf(session.doc, field);
  session.undo.addTrackedOrigin(ySyncPluginKey);
  const { doc, mapping } = initProseMirrorDoc(fragment, schema);
  const state = EditorState.create({
    doc,
    plugins: [
      plugin(ySyncPlugin(fragment, { mapping })),
      cursors({ presence, section: session.section.id, field }),
      undoSelection(session.undo),
      listRules(),
      // Tab is bound to nothing: it leaves the text, as in every other field.
      keymap({
        'Mod-b': commands.bold,
        'Mod-i': commands.italic,
        Backspace: undoInputRule,
        Enter: splitListItem(schema.nodes.list_item),
      }),
      keymap(baseKeymap),
    ],
  });
  const view: EditorView = new EditorView(mount, {
    state,
    attributes: {
      role: 'textbox',
      'aria-multiline': 'true',
      'aria-labelledby': labelledBy,
      ...(describedBy === null ? {} : { 'aria-describedby': describedBy }),
      class: 'prose-text',
    },
    dispatchTransaction: (transaction) => {
      view.updateState(view.state.apply(transaction));
      onChange();
    },
  });
  return {
    formats: () => activeFormats(view.state),
    toggle: (format) => {
      commands[format](view.state, view.dispatch, view);
      view.focus();
    },
    close: () => view.destroy(),
  };
}

/** "- " begins a list, "1. " a numbered one. */
function listRules(): Plugin {
  const { bullet_list, ordered_list } = schema.nodes;
  return inputRules({
    rules: [wrappingInputRule(/^\s*[-*]\s$/, bullet_list), wrappingInputRule(/^\s*1\.\s$/, ordered_list)],
  });
}

/** y-prosemirror's plugins come untyped. */
function plugin(made: unknown): Plugin {
  if (made instanceof Plugin) return made;
  throw new TypeError('no plugin');
}
