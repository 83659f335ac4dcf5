/** What is opened below the list of versions: one to be read, or two compared. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { compareContent, changeCount, type SectionChange } from '../../shared/careplan/compare.ts';
import { sectionContentSchema, type SectionContent } from '../../shared/careplan/content.ts';
import { sectionIds, type SectionId } from '../../shared/careplan/sections.ts';
import type { ErrorCode } from '../../shared/protocol/errors.ts';
import type { Version } from '../../shared/protocol/routes/versions.ts';
import { failureCode } from '../app/load.ts';
import { call } from '../api/rest.ts';

/** A version, or null for the plan as it is now. */
export type Compared = Version | null;

export type Shown =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'failed'; readonly code: ErrorCode }
  /** `hidden`: how many sections of the version are not shared with the reader. */
  | { readonly kind: 'read'; readonly version: Version; readonly contents: SectionContent[]; readonly hidden: number }
  | {
      readonly kind: 'comparison';
      readonly from: Version;
      readonly to: Compared;
      readonly changes: readonly SectionChange[];
      readonly unchanged: readonly SectionId[];
    };

export class VersionPanel implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #planId: () => string;
  #turn = 0;
  #again: () => Promise<Shown> = () => Promise.resolve({ kind: 'nothing' });
  shown: Shown = { kind: 'nothing' };

  constructor(host: ReactiveControllerHost, planId: () => string) {
    this.#host = host;
    this.#planId = planId;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#turn += 1;
  }

  /** Shows what stands in a version. */
  read(version: Version): Promise<void> {
    this.#set({ kind: 'loading' });
    return this.#show(async () => {
      const contents = await this.#contents(version);
      return { kind: 'read', version, contents, hidden: version.sections.length - contents.length };
    });
  }

  /** Shows what differs between a version and another, or the plan as it is now. */
  compare(from: Version, to: Compared): Promise<void> {
    this.#set({ kind: 'loading' });
    return this.#show(async () => {
      const [before, after] = await Promise.all([this.#contents(from), this.#contents(to)]);
      const earlier = new Map(before.map((content) => [content.section, content]));
      const all = after.flatMap((content) => {
        const old = earlier.get(content.section);
        return old ? [compareContent(old, content)] : [];
      });
      const changes = all.filter((change) => changeCount(change) > 0);
      const unchanged = all.filter((change) => changeCount(change) === 0).map(({ section }) => section);
      return { kind: 'comparison', from, to, changes, unchanged };
    });
  }

  /** Looks anew: the plan has changed. */
  refresh(): Promise<void> {
    return this.shown.kind === 'comparison' ? this.#show(this.#again) : Promise.resolve();
  }

  close(): void {
    this.#turn += 1;
    this.#set({ kind: 'nothing' });
  }

  /** An answer that something else has overtaken is left aside. */
  async #show(look: () => Promise<Shown>): Promise<void> {
    const turn = ++this.#turn;
    this.#again = look;
    const shown = await look().catch((error: unknown): Shown => ({ kind: 'failed', code: failureCode(error) }));
    if (turn === this.#turn) this.#set(shown);
  }

  /** What the reader may read of it, in the order of the plan. @throws SamradError */
  async #contents(compared: Compared): Promise<SectionContent[]> {
    const planId = this.#planId();
    if (compared === null) return (await call('presentContent', { planId }, {})).sections;
    const { contents } = await call('version', { planId, versionId: compared.id }, {});
    return contents
      .map(({ content }) => sectionContentSchema.parse(JSON.parse(content)))
      .sort((one, other) => sectionIds.indexOf(one.section) - sectionIds.indexOf(other.section));
  }

  #set(shown: Shown): void {
    this.shown = shown;
    this.#host.requestUpdate();
  }
}
