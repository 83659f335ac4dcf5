/** A page in a meeting as the wire knows it: asks, and keeps all that it is told. No media of its own. */
import { EventEmitter, on, once } from 'node:events';
import { io, type Socket } from 'socket.io-client';
import { newId } from '../../../shared/domain/ids.ts';
import { SamradError, type Answer } from '../../../shared/protocol/errors.ts';
import { pushes, type PushData, type PushName } from '../../../shared/protocol/pushes.ts';
import {
  requests,
  type JoinedInfo,
  type LobbyInfo,
  type RequestInput,
  type RequestName,
  type RequestOutput,
} from '../../../shared/protocol/requests.ts';
import type { MeetingSnapshot } from '../../../shared/protocol/types.ts';
import type { Person } from '../../support/person.ts';

interface Pushed {
  readonly name: string;
  readonly data: unknown;
}

export class MeetingPage {
  readonly socket: Socket;
  /** The page's own mark. */
  readonly seat: string;
  /** All that was pushed, in order. */
  readonly pushed: Pushed[] = [];
  readonly #events = new EventEmitter();

  private constructor(socket: Socket, seat: string) {
    this.socket = socket;
    this.seat = seat;
    socket.onAny((name: string, data: unknown) => {
      this.pushed.push({ name, data });
      this.#events.emit('pushed', { name, data });
    });
    socket.on('disconnect', (reason) => this.#events.emit('disconnected', reason));
  }

  /** Opens a page of a person. @throws Error with the server's code where it is refused. */
  static async open(
    person: Pick<Person, 'url' | 'cookie'>,
    options: { seat?: string; origin?: string; transport?: 'websocket' | 'polling' } = {},
  ) {
    const { url, cookie } = person;
    const socket = io(url, {
      transports: [options.transport ?? 'websocket'],
      upgrade: false,
      forceNew: true,
      reconnection: false,
      extraHeaders: { cookie, origin: options.origin ?? url },
    });
    const page = new MeetingPage(socket, options.seat ?? newId());
    await new Promise<void>((resolve, reject) => socket.once('connect', resolve).once('connect_error', reject));
    return page;
  }

  /** The answer to a request. */
  ask<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<Answer<RequestOutput<Name>>> {
    return this.askRaw(name, input) as Promise<Answer<RequestOutput<Name>>>;
  }

  /** The answer to anything. */
  askRaw(name: string, ...args: unknown[]): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.socket.once('disconnect', () => reject(new Error('disconnected before the answer')));
      this.socket.emit(name, ...args, resolve);
    });
  }

  /** What was answered, in the form of the table. @throws SamradError with the code. */
  async get<Name extends RequestName>(name: Name, input: RequestInput<Name>): Promise<RequestOutput<Name>> {
    const answer = await this.ask(name, input);
    if (!answer.ok) throw new SamradError(answer.code);
    requests[name].output.parse(answer.data);
    return answer.data;
  }

  join(meetingId: string, options: { takeOver?: boolean } = {}): Promise<LobbyInfo | JoinedInfo> {
    return this.get('meeting:join', { meetingId, seat: this.seat, takeOver: options.takeOver ?? false });
  }

  /** Joins where that leads into the room. */
  async enter(meetingId: string, options: { takeOver?: boolean } = {}): Promise<JoinedInfo> {
    const answer = await this.join(meetingId, options);
    if (answer.state !== 'joined') throw new Error('in the lobby');
    return answer;
  }

  /** The first push of this name, come already or to come, that satisfies a condition. */
  async push<Name extends PushName>(
    name: Name,
    condition: (data: PushData<Name>) => boolean = () => true,
  ): Promise<PushData<Name>> {
    const matches = (pushed: Pushed) => pushed.name === name && condition(pushed.data as PushData<Name>);
    const coming = on(this.#events, 'pushed', { close: ['disconnected'] }) as AsyncIterable<[Pushed]>;
    const found = this.pushed.find(matches);
    if (found) return pushes[name].parse(found.data) as PushData<Name>;
    for await (const [pushed] of coming) if (matches(pushed)) return pushes[name].parse(pushed.data) as PushData<Name>;
    throw new Error(`disconnected before ${name}`);
  }

  /** A snapshot of the meeting that satisfies a condition. */
  sees(condition: (meeting: MeetingSnapshot) => boolean): Promise<MeetingSnapshot> {
    return this.push('meeting:changed', condition);
  }

  /** What was pushed of one name so far. */
  all<Name extends PushName>(name: Name): PushData<Name>[] {
    return this.pushed.filter((one) => one.name === name).map((one) => one.data as PushData<Name>);
  }

  /** Forgets what was pushed before. */
  forget(): void {
    this.pushed.length = 0;
  }

  /** Resolves when the line is down. */
  async disconnected(): Promise<void> {
    if (this.socket.connected) await once(this.#events, 'disconnected');
  }

  /** Cuts the line without a word, as a tunnel does. */
  cut(): void {
    this.socket.io.engine.close();
  }

  close(): void {
    this.socket.disconnect();
  }
}
