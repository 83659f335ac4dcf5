/** The questions that the page of versions asks before something is done: which one stands open, and what was answered. */
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { ErrorCode } from '../../shared/protocol/errors.ts';
import type { Version } from '../../shared/protocol/routes/versions.ts';

/** What a new version is called and why it is made. */
export interface VersionDraft {
  readonly name: string;
  readonly reason: string;
}

export type Question =
  | { readonly kind: 'make'; readonly corrects: Version | null; readonly draft: VersionDraft }
  | { readonly kind: 'sign'; readonly version: Version }
  | { readonly kind: 'approve'; readonly version: Version }
  | { readonly kind: 'delete'; readonly version: Version }
  | { readonly kind: 'restore'; readonly version: Version; readonly section: SectionId };

/** Why a step could not be taken; `details` are the gaps of a contact plan. */
export interface Refusal {
  readonly code: ErrorCode;
  readonly details: readonly string[];
}

/** What is lacking in the form of a new version. */
export type DraftProblem = 'name' | 'reason';

export type Step =
  | { readonly state: 'closed' }
  | {
      readonly state: 'asking';
      readonly question: Question;
      readonly problem: DraftProblem | null;
      readonly refusal: Refusal | null;
    }
  | { readonly state: 'doing'; readonly question: Question };

/** A new version must be called something, and a correction must say why. */
export function problemOf({ name, reason }: VersionDraft, corrects: Version | null): DraftProblem | null {
  if (name.trim() === '') return 'name';
  return corrects !== null && reason.trim() === '' ? 'reason' : null;
}
