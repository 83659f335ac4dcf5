/** One run of one plan: five pages on each of two sections, a script of edits, cuts, absences and old pages. */
import fc from 'fast-check';
import { sectionIds, sections, type SectionId } from '../../../shared/careplan/sections.ts';
import { closeCode } from '../../../shared/protocol/sync.ts';
import type { Person } from '../../support/person.ts';
import { editArbitrary, type Edit } from './edits.ts';
import { Page } from './page.ts';
import { breath } from './world.ts';

type Step =
  | { readonly kind: 'edit'; readonly page: number; readonly edits: readonly Edit[] }
  | { readonly kind: 'confirm' | 'cut' | 'leave' | 'return' | 'return-outdated'; readonly page: number };

interface Script {
  readonly sections: readonly SectionId[];
  readonly steps: readonly Step[];
}

/** Sections that every core professional may write. */
const written = sectionIds.filter((id) => sections[id].access.gp === 'write');

const pageArbitrary = fc.nat(9);
const stepArbitrary: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('edit' as const),
      page: pageArbitrary,
      edits: fc.array(editArbitrary, { minLength: 1, maxLength: 4 }),
    }),
  },
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('confirm' as const), page: pageArbitrary }) },
  {
    weight: 2,
    arbitrary: fc.record({
      kind: fc.constantFrom('cut' as const, 'leave' as const, 'return' as const, 'return-outdated' as const),
      page: pageArbitrary,
    }),
  },
);

const scriptArbitrary: fc.Arbitrary<Script> = fc.record({
  sections: fc
    .tuple(fc.constantFrom<SectionId>('contacts', 'tasks'), fc.constantFrom(...written))
    .map(([one, two]) => [one, one === two ? 'phase' : two]),
  steps: fc.array(stepArbitrary, { minLength: 60, maxLength: 90 }),
});

export function scriptOf(seed: number): Script {
  const [script] = fc.sample(scriptArbitrary, { seed, numRuns: 1 });
  if (!script) throw new Error('no script');
  return script;
}

export class Run {
  readonly seed: number;
  readonly planId: string;
  readonly script: Script;
  readonly pages: readonly Page[];
  /** Codes with which pages of an older release were refused. */
  readonly refusals: (number | null)[] = [];

  constructor({ seed, planId, people }: { seed: number; planId: string; people: readonly Person[] }) {
    this.seed = seed;
    this.planId = planId;
    this.script = scriptOf(seed);
    this.pages = this.script.sections.flatMap((sectionId) =>
      people.map((person) => new Page({ person, planId, sectionId })),
    );
  }

  async open(): Promise<void> {
    for (const page of this.pages) page.comeBack();
    await Promise.all(this.pages.map((page) => page.inStep()));
  }

  /** Carries out a part of the script, from a fraction of it to another. */
  async carryOut(from: number, to: number): Promise<void> {
    const { steps } = this.script;
    for (const step of steps.slice(Math.floor(steps.length * from), Math.floor(steps.length * to))) {
      const page = this.pages[step.page % this.pages.length];
      if (page) await this.#carryOut(step, page);
      await breath();
    }
  }

  /** Everybody comes back with today's page, and all that was written anywhere reaches everybody. */
  async comeTogether(): Promise<void> {
    for (const page of this.pages) page.comeBack();
    // After the first echo all of it is on the server, after the second it has come back to each.
    for (const _ of ['there', 'and back']) await Promise.all(this.pages.map((page) => page.saved()));
  }

  close(): void {
    for (const { client } of this.pages) client.close();
  }

  async #carryOut(step: Step, page: Page): Promise<void> {
    switch (step.kind) {
      case 'edit':
        return step.edits.forEach((edit) => page.edit(edit));
      case 'confirm':
        return page.confirm();
      case 'cut':
        return page.cut();
      case 'leave':
        return page.goOffline();
      case 'return':
        return page.comeBack();
      case 'return-outdated':
        return this.#returnOutdated(page);
    }
  }

  async #returnOutdated(page: Page): Promise<void> {
    const { provider } = page.client;
    page.goOffline();
    const answered = new Promise<void>((resolve) => {
      provider.once('closed', () => resolve());
      provider.once('sync', () => resolve());
      provider.once('connection-close', () => resolve());
      provider.once('connection-error', () => resolve());
    });
    page.comeBackOutdated();
    await answered;
    if (page.refusedWith !== null) this.refusals.push(page.refusedWith);
    if (provider.synced) this.refusals.push(null);
  }
}

/** What an old page must be told. */
export const outdated = closeCode.outdatedPage;
