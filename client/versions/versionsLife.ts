/** The page of versions: what is known of them, which question stands open, and what each answer sets going. */
import type { ReactiveControllerHost } from 'lit';
import { shortDateWithYear } from '../app/dates.ts';
import { failureCode, type Load } from '../app/load.ts';
import { call } from '../api/rest.ts';
import { texts } from '../i18n/texts.ts';
import type { SectionId } from '../../shared/careplan/sections.ts';
import { SamradError, type ErrorCode } from '../../shared/protocol/errors.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import type { Version } from '../../shared/protocol/routes/versions.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';
import type { Approval } from './approvalText.ts';
import { checkVersion, type CheckResult } from './check.ts';
import { problemOf, type Question, type Step, type VersionDraft } from './versionSteps.ts';

export interface KnownVersions {
  readonly plan: PlanInfo;
  readonly list: RouteOutput<'versions'>;
  readonly approval: Approval;
}

export class VersionsLife {
  readonly #host: Pick<ReactiveControllerHost, 'requestUpdate'>;
  readonly #planId: () => string;
  readonly #changed: () => void;
  readonly #signedOut: () => Promise<void>;
  known: Load<KnownVersions> = { state: 'loading' };
  step: Step = { state: 'closed' };
  /** What verifying found, by version id. */
  readonly checks = new Map<string, Load<CheckResult>>();
  /** What was done last, for the screen reader. */
  said = '';

  constructor({
    host,
    planId,
    changed,
    signedOut,
  }: {
    host: Pick<ReactiveControllerHost, 'requestUpdate'>;
    planId: () => string;
    /** The plan or its versions are not as they were. */
    changed: () => void;
    signedOut: () => Promise<void>;
  }) {
    this.#host = host;
    this.#planId = planId;
    this.#changed = changed;
    this.#signedOut = signedOut;
  }

  /** Fetches all anew; what is known stays in sight meanwhile. */
  async fetch(): Promise<void> {
    const planId = this.#planId();
    const found = await fetchAll(planId).catch((error: unknown) => failureCode(error));
    if (planId !== this.#planId()) return;
    if (found === 'not-signed-in') return this.#signedOut();
    this.known = typeof found === 'string' ? { state: 'failed', code: found } : { state: 'ready', data: found };
    this.#host.requestUpdate();
  }

  /** Opens a form with a name that can stand. */
  startMaking(corrects: Version | null): void {
    const name = corrects
      ? corrects.name
      : texts().versions.make.suggestion(shortDateWithYear(new Date().toISOString()));
    this.ask({ kind: 'make', corrects, draft: { name, reason: '' } });
  }

  startRestoring(version: Version, section: SectionId): void {
    this.ask({ kind: 'restore', version, section });
  }

  ask(question: Question): void {
    this.#go({ state: 'asking', question, problem: null, refusal: null });
  }

  close(): void {
    // What is being done is waited for.
    if (this.step.state === 'asking') this.#go({ state: 'closed' });
  }

  change(draft: VersionDraft): void {
    const { step } = this;
    if (step.state !== 'asking' || step.question.kind !== 'make') return;
    this.#go({ ...step, question: { ...step.question, draft }, problem: null });
  }

  /** Does what the open question asks about. */
  async confirm(): Promise<void> {
    const { step } = this;
    if (step.state !== 'asking') return;
    const { question } = step;
    const problem = question.kind === 'make' ? problemOf(question.draft, question.corrects) : null;
    if (problem) return this.#go({ ...step, problem });
    this.#go({ state: 'doing', question });
    try {
      this.said = await carryOut(this.#planId(), question);
    } catch (error) {
      const details = error instanceof SamradError ? (error.details ?? []) : [];
      return this.#go({ state: 'asking', question, problem: null, refusal: { code: failureCode(error), details } });
    }
    this.#go({ state: 'closed' });
    this.checks.clear();
    await this.fetch();
    this.#changed();
  }

  async askForVersion(): Promise<void> {
    await call('askForVersion', { planId: this.#planId() }, {}).catch(() => undefined);
    this.said = texts().versions.askedSelf;
    await this.fetch();
  }

  async check({ id, planId }: Version): Promise<void> {
    this.#setCheck(id, { state: 'loading' });
    const result = await checkVersion(planId, id).then(
      (data): Load<CheckResult> => ({ state: 'ready', data }),
      (error: unknown): Load<CheckResult> => ({ state: 'failed', code: failureCode(error) }),
    );
    this.#setCheck(id, result);
  }

  #setCheck(versionId: string, check: Load<CheckResult>): void {
    this.checks.set(versionId, check);
    this.#host.requestUpdate();
  }

  #go(step: Step): void {
    this.step = step;
    this.#host.requestUpdate();
  }
}

async function fetchAll(planId: string): Promise<KnownVersions | ErrorCode> {
  const [plan, list, approval] = await Promise.all([
    call('plan', { planId }, {}),
    call('versions', { planId }, {}),
    call('approval', { planId }, {}),
  ]);
  return { plan, list, approval };
}

/** @returns what was done, in words @throws SamradError */
async function carryOut(planId: string, question: Question): Promise<string> {
  const words = texts().versions;
  if (question.kind === 'make') {
    const { draft, corrects } = question;
    const { version } = await call('createVersion', { planId }, { ...draft, corrects: corrects?.id ?? null });
    return words.make.done(version.number);
  }
  const { id: versionId, number, hash } = question.version;
  const params = { planId, versionId };
  switch (question.kind) {
    case 'sign':
      await call('signVersion', params, { hash });
      return words.sign.done(number);
    case 'approve':
      await call('approveVersion', params, { hash });
      return words.approve.done(number);
    case 'delete':
      await call('deleteVersion', params, {});
      return words.remove.done(number);
    case 'restore':
      await call('restoreSection', { ...params, sectionId: question.section }, {});
      return words.restore.done(texts().shared.sections[question.section].heading);
  }
}
