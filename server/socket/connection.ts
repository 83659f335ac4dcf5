/** Owns one socket: what it may ask for now, the answers, and its place in a meeting. */
import type { Helper } from '../../shared/meetings/helpers.ts';
import { SamradError, type Answer, type ErrorCode } from '../../shared/protocol/errors.ts';
import {
  requestLimit,
  type RequestInput,
  type RequestOutput,
  type SocketState,
} from '../../shared/protocol/requests.ts';
import type { AskingHeaders } from '../access/session.ts';
import type { Session, Sessions } from '../access/sessions.ts';
import type { AttemptKind } from '../guard/attempts.ts';
import type { Guard } from '../guard/guard.ts';
import type { Log } from '../log.ts';
import type { LineTests } from '../media/lineTests.ts';
import { parsed, rtpCapabilities } from '../media/mediaSchemas.ts';
import type { Attendance, LiveMeetings } from '../meetings/live/liveMeetings.ts';
import { boundRequests } from './boundRequests.ts';
import type { Desk, OwnRoom } from './handlers.ts';
import { OwnTest } from './ownTest.ts';
import { OwnTransports } from './ownTransports.ts';
import type { SocketPage } from './socketPage.ts';

/** Refusals that a page of ours never meets. */
const attempts: Partial<Record<ErrorCode, AttemptKind>> = {
  'bad-request': 'malformed',
  'too-large': 'too-large',
  'too-many': 'too-many',
};

/** A request that somebody had no right to, as it is written down. */
export interface RefusedRequest {
  readonly session: Session;
  readonly meetingId: string | null;
  readonly request: string;
  readonly code: ErrorCode;
}

interface Settings {
  readonly page: SocketPage;
  readonly headers: AskingHeaders;
  readonly sessions: Pick<Sessions, 'authenticate' | 'used'>;
  readonly meetings: Pick<LiveMeetings, 'join' | 'prepare'>;
  readonly recordRefusal: (refusal: RefusedRequest) => Promise<void>;
  readonly lineTests: Pick<LineTests, 'open'>;
  readonly guard: Pick<Guard, 'mayRequest' | 'mayTest' | 'note'>;
  /** Where the socket comes from. */
  readonly address: string | null;
  readonly log: Log;
}

type Place = Attendance & { readonly meetingId: string; readonly seat: string };

export class Connection implements Desk {
  readonly test: OwnTest;
  readonly transports: OwnTransports;
  readonly #settings: Settings;
  #place: Place | null = null;
  /** Requests are looked at in the order in which they came, however long one session check takes. */
  #checked: Promise<unknown> = Promise.resolve();
  /** Coming and going are done one after the other. */
  #moved: Promise<unknown> = Promise.resolve();

  constructor(settings: Settings) {
    this.#settings = settings;
    const { lineTests, guard, page, meetings } = settings;
    this.test = new OwnTest({ lineTests, guard, personId: page.session.personId });
    this.transports = new OwnTransports({ meetings, session: () => page.session });
  }

  /** The socket is gone. Its place in a meeting is kept for a while, and that is the meeting's affair. */
  close(): void {
    this.test.close();
    this.transports.close();
  }

  /** One event from the wire, whatever it is. What does not ask for an answer is no request. */
  async receive(name: unknown, args: readonly unknown[]): Promise<void> {
    const answer = args.at(-1);
    if (!isAnswer(answer)) return;
    const request = typeof name === 'string' ? name : '';
    try {
      answer({ ok: true, data: await this.#perform(request, args.slice(0, -1)) });
    } catch (error) {
      const code = error instanceof SamradError ? error.code : 'internal';
      const kind = attempts[code];
      const { page, guard, address } = this.#settings;
      if (kind) guard.note({ kind, channel: 'socket', session: page.session, address });
      if (code === 'internal') this.#settings.log.error({ err: error, request }, 'a request failed');
      answer({ ok: false, code });
      if (code === 'not-signed-in') page.endSession();
    }
  }

  /** Hangs up where the session has ended. */
  async checkSession(): Promise<void> {
    const { sessions, headers, page } = this.#settings;
    if ((await sessions.authenticate(headers)) === null) page.endSession();
  }

  join(input: RequestInput<'meeting:join'>): Promise<RequestOutput<'meeting:join'>> {
    return this.#move(async () => {
      // The line is the meeting's now.
      this.test.close();
      const { meetingId, seat, takeOver, beside, rtpCapabilities: told } = input;
      const receives = told ? parsed(rtpCapabilities, told) : null;
      const { page, meetings } = this.#settings;
      // One socket has one place: asking for another one gives up the first.
      if (this.#place && (this.#place.meetingId !== meetingId || this.#place.seat !== seat)) await this.#leave();
      const { meeting, participant, whereabouts } = await meetings
        .join(meetingId, { page, seat, receives, takePrepared: () => this.transports.take(), takeOver, beside })
        .catch(async (error: unknown) => {
          const lockedOut = error instanceof SamradError && error.code === 'meeting-locked';
          if (lockedOut) await this.#record('meeting:join', error.code, meetingId);
          throw error;
        });
      this.#place = { meeting, participant, meetingId, seat };
      return whereabouts;
    });
  }

  leave(): Promise<void> {
    return this.#move(() => this.#leave());
  }

  async answerRing(): Promise<void> {
    if (this.state !== 'lobby' || !this.#place) throw new SamradError('wrong-state');
    await this.#place.meeting.answerRing(this.#place.participant);
  }

  async setBeside(beside: readonly Helper[]): Promise<void> {
    if (this.state === 'outside' || !this.#place) throw new SamradError('wrong-state');
    await this.#place.meeting.setBeside(this.#place.participant, beside);
  }

  room(): OwnRoom {
    const { state } = this;
    if (state !== 'joined' || !this.#place) throw new SamradError('wrong-state');
    const { meeting, participant } = this.#place;
    if (!participant.media) throw new SamradError('wrong-state');
    return { meeting, me: participant, media: participant.media };
  }

  get state(): SocketState {
    return this.#place?.participant.stateFor(this.#settings.page) ?? 'outside';
  }

  async #perform(name: string, args: readonly unknown[]): Promise<unknown> {
    const { page, guard } = this.#settings;
    if (!guard.mayRequest(page.session.personId, this.#place?.meetingId ?? null)) throw new SamradError('too-many');
    const request = boundRequests.get(name);
    if (!request || args.length !== 1) throw new SamradError('bad-request');
    if (sizeOf(args[0]) > requestLimit) throw new SamradError('too-large');
    const work = request.parse(args[0]);
    await this.#signedIn();
    if (!request.states.includes(this.state)) throw await this.#refused(name, 'wrong-state');
    try {
      return await work(this);
    } catch (error) {
      const refused = error instanceof SamradError && error.code === 'not-found';
      // Whoever looks for a meeting records what it did not find.
      if (refused && request.asker !== 'invited') await this.#record(name, error.code);
      throw error;
    }
  }

  /** @throws SamradError `not-signed-in`. */
  #signedIn(): Promise<void> {
    const { sessions, headers } = this.#settings;
    const check = this.#checked.then(async () => {
      const session = await sessions.authenticate(headers);
      if (session === null) throw new SamradError('not-signed-in');
      sessions.used(session);
    });
    this.#checked = check.catch(() => undefined);
    return check;
  }

  /** Who waits in the lobby and asks for what is in the room is refused; elsewhere a page is only late. */
  async #refused(request: string, code: ErrorCode): Promise<SamradError> {
    if (this.state === 'lobby') await this.#record(request, code);
    return new SamradError(code);
  }

  async #record(request: string, code: ErrorCode, meetingId = this.#place?.meetingId ?? null): Promise<void> {
    const { page, recordRefusal, log } = this.#settings;
    await recordRefusal({ session: page.session, meetingId, request, code }).catch((error: unknown) =>
      log.error({ err: error, request }, 'a refusal was not recorded'),
    );
  }

  async #leave(): Promise<void> {
    const place = this.#place;
    this.#place = null;
    const isMine = place !== null && place.participant.stateFor(this.#settings.page) !== 'outside';
    if (isMine) await place.meeting.leave(place.participant);
  }

  #move<Result>(work: () => Promise<Result>): Promise<Result> {
    const moved = this.#moved.then(work);
    this.#moved = moved.catch(() => undefined);
    return moved;
  }
}

function isAnswer(value: unknown): value is (answer: Answer<unknown>) => void {
  return typeof value === 'function';
}

/** Characters of JSON. What cannot be written as JSON is too deep to be a request. */
function sizeOf(input: unknown): number {
  try {
    return JSON.stringify(input).length;
  } catch {
    return Infinity;
  }
}
