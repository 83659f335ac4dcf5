/** The tasks that a transition's open points become: which are missing in a plan, and how they are written. */
import { createHash } from 'node:crypto';
import type * as Y from 'yjs';
import { addRow, rowsOf } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { writeSource } from '../../../shared/careplan/taskSource.ts';
import { clocksOf, pointDefinitions, type CheckPoint, type Transition } from '../../../shared/careplan/transition.ts';
import { transitions as en } from '../../../shared/i18n/transitions/en.ts';
import { transitions as nb } from '../../../shared/i18n/transitions/nb.ts';
import { transitions as nn } from '../../../shared/i18n/transitions/nn.ts';

const words = { nb, nn, en };
export type TaskLanguage = keyof typeof words;

interface MissingTasks {
  /** The points to be remembered as made into tasks. */
  readonly points: readonly CheckPoint[];
  /** How many rows are to be written: a row that stands there already is none. */
  readonly rows: number;
  /** Adds the rows to a document. */
  readonly write: (doc: Y.Doc) => void;
}

/** The id of the row that a point becomes: the same however often and by whomever it is asked for. */
function taskRowId(transitionId: string, point: CheckPoint): string {
  return createHash('sha256').update(`${transitionId}/${point}`).digest().subarray(0, 16).toString('base64url');
}

/** What is missing of a transition's tasks. A task that was made once and removed since is not made again. */
export function missingTasks(tasks: Y.Doc, transition: Transition, language: TaskLanguage): MissingTasks {
  const points = transition.points.filter(({ ticked, task }) => ticked === null && !task).map(({ id }) => id);
  const present = rowsOf(tasks);
  const absent = points.filter((point) => !present.has(taskRowId(transition.id, point)));
  return {
    points,
    rows: absent.length,
    write: (doc) => doc.transact(() => absent.forEach((point) => addTask(doc, transition, point, language))),
  };
}

function addTask(doc: Y.Doc, transition: Transition, point: CheckPoint, language: TaskLanguage): void {
  const { owner, kind } = pointDefinitions[point];
  // The clock of one who is seriously ill gives the letter its date; the rest is agreed by the team.
  const due = clocksOf(transition, new Date(transition.at)).find(({ id }) => id === point)?.due ?? '';
  const values = {
    what: words[language][transition.kind][point].task,
    kind,
    owner,
    deadline: due,
    source: writeSource({ kind: 'transition', transitionId: transition.id, point }),
  };
  addRow(doc, listPart('tasks'), values, taskRowId(transition.id, point));
}
