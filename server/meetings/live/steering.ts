/** Owns where a live meeting is: its phase, its lock, the point that is talked about. Each step is on disk before anybody sees it. */
import { SamradError } from '../../../shared/protocol/errors.ts';
import { callInOf, needsClosing, type Closing } from '../../../shared/meetings/agenda.ts';
import { isHeldBack, type Course, type Phase, type Terms } from '../../../shared/meetings/course.ts';
import type { MeetingRecord } from '../meetingService.ts';
import type { Participant } from './participant.ts';

interface Settings {
  readonly record: Pick<MeetingRecord, 'kind' | 'terms' | 'course'>;
  /** Puts a step on disk, with who took it and a word for it. */
  readonly write: (by: Participant, step: string, course: Course) => Promise<void>;
  readonly onChanged: () => void;
  readonly now: () => Date;
}

export class Steering {
  readonly #settings: Settings;
  #terms: Terms;
  #course: Course;
  /** Steps are taken one after the other: each builds on what the one before left. */
  #latest: Promise<unknown> = Promise.resolve();

  constructor(settings: Settings) {
    this.#settings = settings;
    this.#terms = settings.record.terms;
    this.#course = settings.record.course;
  }

  get terms(): Terms {
    return this.#terms;
  }

  get course(): Course {
    return this.#course;
  }

  /** What is agreed was changed while the meeting goes on. */
  renew(terms: Terms): void {
    this.#terms = terms;
    this.#settings.onChanged();
  }

  /** Whether somebody waits until the professional part is over. */
  holdsBack({ mayLead, member }: Pick<Participant, 'mayLead' | 'member'>): boolean {
    return !mayLead && isHeldBack(member.role, this.#course.phase);
  }

  /** The point for which somebody is rung in, and whether it is now; null for one who is in the whole meeting, or whose point is over. */
  callOf({ mayLead, member }: Pick<Participant, 'mayLead' | 'member'>): { pointId: string; isNow: boolean } | null {
    const own = mayLead ? null : callInOf(this.#terms.agenda, member.personId);
    if (!own) return null;
    const { point, ticked } = this.#course;
    if (own.id === point) return { pointId: own.id, isNow: true };
    return ticked.includes(own.id) ? null : { pointId: own.id, isNow: false };
  }

  lock(by: Participant, locked: boolean): Promise<void> {
    return this.#step(by, locked ? 'lock' : 'unlock', () => ({ locked }));
  }

  setPhase(by: Participant, phase: Phase): Promise<void> {
    return this.#step(by, `phase ${phase}`, () => ({ phase }));
  }

  /** @throws SamradError `not-found` where the agenda has no such point. */
  goTo(by: Participant, pointId: string | null): Promise<void> {
    if (pointId !== null) this.#requirePoint(pointId);
    return this.#step(by, 'point', (course) =>
      course.point === pointId
        ? {}
        : { point: pointId, pointSince: pointId === null ? null : this.#settings.now().toISOString() },
    );
  }

  /** @throws SamradError `not-found`; `bad-request` where the point asks for a closing and there is none. */
  tick(by: Participant, { pointId, ticked, closing }: Ticking): Promise<void> {
    this.#requirePoint(pointId);
    const closes = needsClosing(this.#settings.record.kind, pointId);
    if (ticked && closes && closing === null) throw new SamradError('bad-request');
    return this.#step(by, ticked ? 'tick' : 'untick', (course) => {
      const others = course.ticked.filter((id) => id !== pointId);
      return { ticked: ticked ? [...others, pointId] : others, ...(closes && { closing: ticked ? closing : null }) };
    });
  }

  #requirePoint(pointId: string): void {
    if (!this.#terms.agenda.some(({ id }) => id === pointId)) throw new SamradError('not-found');
  }

  #step(by: Participant, step: string, change: (course: Course) => Partial<Course>): Promise<void> {
    const taken = this.#latest.then(async () => {
      const course = { ...this.#course, ...change(this.#course) };
      await this.#settings.write(by, step, course);
      this.#course = course;
      this.#settings.onChanged();
    });
    this.#latest = taken.catch(() => undefined);
    return taken;
  }
}

export interface Ticking {
  readonly pointId: string;
  readonly ticked: boolean;
  readonly closing: Closing | null;
}
