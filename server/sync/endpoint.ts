/** Where WebSockets of the live plan arrive: session and address are checked before the upgrade. */
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import { sections } from '../../shared/careplan/sections.ts';
import { closeCode, frameLimit, parseDocumentName, syncPath } from '../../shared/protocol/sync.ts';
import type { Session, Sessions } from '../access/sessions.ts';
import type { Channels } from './channels.ts';
import { SharedConnection } from './connection.ts';
import { Line } from './line.ts';
import { PlanSocket, type SocketUser } from './planSocket.ts';
import { keepAliveMessage } from './wire.ts';

interface Parts {
  readonly channels: Channels;
  readonly sessions: Sessions;
}

export class SyncEndpoint {
  readonly #channels: Channels;
  readonly #sessions: Sessions;
  readonly #server = new WebSocketServer({
    noServer: true,
    maxPayload: frameLimit,
    perMessageDeflate: false,
  });
  /** Every open socket, with the meeting that its session is bound to. */
  readonly #sockets = new Map<PlanSocket, string | null>();

  constructor({ channels, sessions }: Parts) {
    this.#channels = channels;
    this.#sessions = sessions;
  }

  /** Whether an upgrade to this path is for the live plan. */
  owns(path: string): boolean {
    return path === syncPath || path.startsWith(`${syncPath}/`);
  }

  /**
   * Takes an upgrade whose Origin has been found good. One without a session is upgraded and then closed with 4401,
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
    const socket = new PlanSocket({ socket: webSocket, carrier: request.socket });
    if (session === null) return refuse(socket);
    const stopListening = this.#sessions.onEnded(session.id, () => socket.end(closeCode.notSignedIn));
    const user = this.#userOf(socket, request, session);
    this.#sockets.set(socket, session.meetingId);
    socket.serve({
      handle: (bytes) => {
        if (this.#sessions.isOpen(session.id)) user.handle(bytes);
        else socket.end(closeCode.notSignedIn);
      },
      beat: () => user.beat(),
      close: () => {
        stopListening();
        this.#sockets.delete(socket);
        user.close();
      },
    });
  }

  #userOf(socket: PlanSocket, request: IncomingMessage, session: Session): SocketUser {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    if (pathname === syncPath) return new SharedConnection({ channels: this.#channels, session, socket });
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

function refuse(socket: PlanSocket): void {
  const nobody = { handle: () => undefined, beat: () => undefined, close: () => undefined };
  socket.serve(nobody);
  socket.end(closeCode.notSignedIn);
}

/** A stock client that names no schema is taken to know the newest. */
function currentSchema(documentName: string): number {
  const ref = parseDocumentName(documentName);
  return ref?.kind === 'section' ? sections[ref.sectionId].schema : 1;
}
