/** A second reader of the stored log: builds a plan's sections from the rows on disk, with nothing of the server's. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import * as Y from 'yjs';
import { sections, type SectionId } from '../../shared/careplan/sections.ts';
import { sectionView, type SectionView } from '../../shared/careplan/view.ts';
import { documentName } from '../../shared/protocol/sync.ts';
import type { RunningApp } from './app.ts';

interface Row {
  readonly sequence: number;
  readonly data: Uint8Array;
}

export class StoredLog {
  readonly #file: DatabaseSync;
  readonly #planId: string;

  constructor({ dataDirectory }: Pick<RunningApp, 'dataDirectory'>, planId: string) {
    this.#file = new DatabaseSync(join(dataDirectory, 'samrad.sqlite'), { readOnly: true });
    this.#planId = planId;
  }

  /** The rows of a section: its snapshot, where there is one, then the updates after it. */
  rows(sectionId: SectionId): Row[] {
    const name = documentName({ kind: 'section', planId: this.#planId, sectionId });
    const from = (table: 'section_snapshot' | 'section_update') =>
      this.#file
        .prepare(`select sequence, data from ${table} where document = ? order by sequence`)
        .all(name) as unknown as Row[];
    // One read transaction: between two statements the server might compact.
    this.#file.exec('begin');
    const rows = [...from('section_snapshot'), ...from('section_update')];
    this.#file.exec('commit');
    return rows;
  }

  view(sectionId: SectionId): SectionView {
    const doc = new Y.Doc();
    for (const { data } of this.rows(sectionId)) Y.applyUpdate(doc, data);
    return sectionView(doc, sections[sectionId]);
  }

  close(): void {
    this.#file.close();
  }
}
