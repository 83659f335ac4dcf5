/** Owns the two questions of the page, what to open and whether to close: what is asked, what is under way, what went wrong. */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SectionId } from '../../shared/careplan/sections.ts';
import { consentProblems } from '../../shared/domain/consent.ts';
import { SamradError, type ErrorCode } from '../../shared/protocol/errors.ts';
import type { ConsentInfo } from '../../shared/protocol/routes/consents.ts';
import { call } from '../api/rest.ts';
import { failureCode } from '../app/load.ts';
import type { DraftProblem, Opening } from './openDraft.ts';
import type { PersonPicture } from './picture.ts';

export type Question =
  | { readonly kind: 'none' }
  | {
      readonly kind: 'open';
      readonly picture: PersonPicture;
      readonly chosen: readonly SectionId[];
      readonly state: 'idle' | 'busy';
      readonly refused: DraftProblem | null;
      readonly failure: ErrorCode | null;
    }
  | {
      readonly kind: 'close';
      readonly name: string;
      readonly consents: readonly ConsentInfo[];
      readonly state: 'idle' | 'busy';
      readonly failure: ErrorCode | null;
    };

interface Parts {
  readonly host: ReactiveControllerHost;
  readonly planId: () => string;
  /** Something was opened or closed for a person. */
  readonly changed: (what: 'opened' | 'closed', name: string) => void;
}

export class ConsentFlow implements ReactiveController {
  readonly #parts: Parts;
  #question: Question = { kind: 'none' };

  constructor(parts: Parts) {
    this.#parts = parts;
    parts.host.addController(this);
  }

  hostDisconnected(): void {
    this.#question = { kind: 'none' };
  }

  get question(): Question {
    return this.#question;
  }

  /** Asks what to open for a person; `chosen` is chosen from the beginning. */
  askToOpen(picture: PersonPicture, chosen: readonly SectionId[]): void {
    this.#ask({ kind: 'open', picture, chosen, state: 'idle', refused: null, failure: null });
  }

  /** Asks whether to close what is open for a person. */
  askToClose(name: string, consents: readonly ConsentInfo[]): void {
    this.#ask({ kind: 'close', name, consents, state: 'idle', failure: null });
  }

  leave(): void {
    this.#ask({ kind: 'none' });
  }

  async open(opening: Opening): Promise<void> {
    const asked = this.#question;
    if (asked.kind !== 'open' || asked.state === 'busy') return;
    this.#ask({ ...asked, state: 'busy', refused: null, failure: null });
    const { personId, name } = asked.picture.member;
    try {
      const body = { ...opening, sectionIds: [...opening.sectionIds], personId };
      await call('giveConsent', { planId: this.#parts.planId() }, body);
      this.leave();
      this.#parts.changed('opened', name);
    } catch (error) {
      const refused = problemIn(error);
      this.#ask({ ...asked, refused, failure: refused === null ? failureCode(error) : null });
    }
  }

  async close(): Promise<void> {
    const asked = this.#question;
    if (asked.kind !== 'close' || asked.state === 'busy') return;
    this.#ask({ ...asked, state: 'busy', failure: null });
    try {
      const consentIds = asked.consents.map(({ id }) => id);
      await call('withdrawConsents', { planId: this.#parts.planId() }, { consentIds });
      this.leave();
      this.#parts.changed('closed', asked.name);
    } catch (error) {
      this.#ask({ ...asked, failure: failureCode(error) });
    }
  }

  #ask(question: Question): void {
    this.#question = question;
    this.#parts.host.requestUpdate();
  }
}

/** The first thing that the server said was wrong with what was asked for, or null. */
function problemIn(error: unknown): DraftProblem | null {
  const detail = error instanceof SamradError ? error.details?.[0] : undefined;
  return consentProblems.find((problem) => problem === detail?.split(':')[0]) ?? null;
}
