/** Where WebSockets of the live plan arrive: session and address are checked before the upgrade. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { sections } from '../../shared/careplan/sections.ts';
import { closeCode, frameLimit, parseDocumentName, syncPath } from '../../shared/protocol/sync.ts';
import type { Session, Sessions } from '../access/sessions.ts';
import type { AttemptKind } from '../guard/attempts.ts';
import type { Guard } from '../guard/guard.ts';
import type { Channels } from './channels.ts';
import { SharedConnection } from './connection.ts';
import { Line } from './line.ts';
import { PlanSocket, type SocketUser } from './planSocket.ts';
import { keepAliveMessage } from './wire.ts';

interface Parts {
  readonly channels: Channels;
  readonly sessions: Sessions;
  readonly guard: Guard;
}

/** A socket whose session was found. */
interface Accepted {
  readonly socket: PlanSocket;
  readonly request: IncomingMessage;
  readonly session: Session;
  readonly onRefused: (kind: AttemptKind) => void;
}

export class SyncEndpoint {
  readonly #channels: Channels;
  readonly #sessions: Sessions;
  readonly #guard: Guard;
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: frameLimit,
    perMessageDeflate: false,
  });
  /** Every open socket, with the meeting that its session is bound to. */
  readonly #sockets = new Map<PlanSocket, string | null>();

  constructor({ channels, sessions, guard }: Parts) {
    this.#channels = channels;
    this.#sessions = sessions;
    this.#guard = guard;
  }

  /** Whether an upgrade to this path is for the live plan. */
  owns(path: string): boolean {
    return path === syncPath || path.startsWith(`${syncPath}/`);
  }

  /**
   * Takes an upgrade that the guard has let come. One without a session is upgraded and then closed with 4401,
   * because a browser page can't see why an upgrade failed.
   */
  async upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): Promise<void> {
    const session = await this.#sessions.authenticate(request.headers);
    if (socket.destroyed) return;
    this.#server.handleUpgrade(request, socket, head, (webSocket) => this.#accept(webSocket, request, session));
  }

  /** Asks those who came by a link into this meeting to come again: what they reach has become less. */
  reopenFor(meetingId: string): void {
    for (const [socket, boundTo] of [...this.#sockets]) if (boundTo === meetingId) socket.end(closeCode.tryAgain);
  }

  /** Ends every socket; the pages come back by themselves. */
  close(): void {
    for (const socket of [...this.#sockets.keys()]) socket.end(closeCode.tryAgain);
    this.#server.close();
  }

  #accept(webSocket: WebSocket, request: IncomingMessage, session: Session | null): void {
    const address = this.#guard.addressOf(request);
    const onRefused = (kind: AttemptKind): void => this.#guard.note({ kind, channel: 'sync', session, address });
    const maySend = (): boolean => session !== null && this.#guard.maySend(session.personId);
    const socket = new PlanSocket({ socket: webSocket, carrier: request.socket, maySend, onRefused });
    if (session === null) return refuse(socket, closeCode.notSignedIn);
    const closeLine = this.#guard.openLine(session.personId);
    if (closeLine === null) return refuse(socket, closeCode.tooMany);
    const stopListening = this.#sessions.onEnded(session.id, () => socket.end(closeCode.notSignedIn));
    const user = this.#userOf({ socket, request, session, onRefused });
    this.#sockets.set(socket, session.meetingId);
    socket.serve({
      handle: (bytes) => {
        if (this.#sessions.isOpen(session.id)) user.handle(bytes);
        else socket.end(closeCode.notSignedIn);
      },
      beat: () => user.beat(),
      close: () => {
        stopListening();
        closeLine();
        this.#sockets.delete(socket);
        user.close();
      },
    });
  }

  #userOf({ socket, request, session, onRefused }: Accepted): SocketUser {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    if (pathname === syncPath) return new SharedConnection({ channels: this.#channels, session, socket, onRefused });
    // Names of documents hold nothing that needs encoding, so the path is taken as it stands.
    const documentName = pathname.slice(syncPath.length + 1);
    const line = Line.open({
      channels: this.#channels,
      session,
      documentName,
      schema: Number(searchParams.get('schema') ?? currentSchema(documentName)),
      wire: { send: (bytes) => socket.send(bytes), close: (code) => socket.end(code) },
    });
    return {
      handle: (bytes) => line.handle(bytes),
      beat: () => socket.send(keepAliveMessage),
      close: () => line.close(),
    };
  }
}

function refuse(socket: PlanSocket, code: number): void {
  const nobody = { handle: () => undefined, beat: () => undefined, close: () => undefined };
  socket.serve(nobody);
  socket.end(code);
}

/** A stock client that names no schema is taken to know the newest. */
function currentSchema(documentName: string): number {
  const ref = parseDocumentName(documentName);
  return ref?.kind === 'section' ? sections[ref.sectionId].schema : 1;
}
