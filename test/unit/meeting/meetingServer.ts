/** A server at the other end of a page's real line that answers what the test tells it to. It knows no rules of its own. */
import { createServer, type Server as HttpServer } from 'node:http';
import { Server } from 'socket.io';
import type { Answer, ErrorCode } from '../../../shared/protocol/errors.ts';
import type { PushData, PushName } from '../../../shared/protocol/pushes.ts';
import { requests, type JoinedInfo, type LobbyInfo, type RequestInput } from '../../../shared/protocol/requests.ts';

type JoinAnswer = Answer<LobbyInfo | JoinedInfo>;

export class MeetingServer {
  /** Every join that was asked for, in order. */
  readonly joins: RequestInput<'meeting:join'>[] = [];
  /** What the next joins are answered with; the last one holds for all later ones. Null answers nothing. */
  readonly answers: (JoinAnswer | null)[] = [];
  readonly #http: HttpServer;
  readonly #io: Server;

  private constructor(http: HttpServer, io: Server) {
    this.#http = http;
    this.#io = io;
    io.on('connection', (socket) => {
      socket.on('meeting:join', (input: unknown, answer: (answer: JoinAnswer) => void) => {
        this.joins.push(requests['meeting:join'].input.parse(input));
        const given = this.answers.length > 1 ? this.answers.shift() : this.answers[0];
        if (given) answer(given);
      });
      socket.on('meeting:leave', (_input: unknown, answer: (answer: Answer<object>) => void) =>
        answer({ ok: true, data: {} }),
      );
    });
  }

  static async open(): Promise<MeetingServer> {
    const http = createServer();
    const io = new Server(http);
    await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
    return new MeetingServer(http, io);
  }

  get url(): URL {
    const address = this.#http.address();
    if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
    return new URL(`http://127.0.0.1:${address.port}/`);
  }

  admits(answer: LobbyInfo | JoinedInfo): void {
    this.answers.push({ ok: true, data: answer });
  }

  refuses(code: ErrorCode): void {
    this.answers.push({ ok: false, code });
  }

  push<Name extends PushName>(name: Name, data: PushData<Name>): void {
    this.#io.emit(name, data);
  }

  /** Breaks every line; the pages come back by themselves. */
  cut(): void {
    for (const socket of this.#io.sockets.sockets.values()) socket.conn.close();
  }

  async close(): Promise<void> {
    await this.#io.close();
  }
}
