/** Owns the Socket.IO server: who may connect, and that every connection is watched until it closes. */
import type { Server as HttpServer } from 'node:http';
import { Server, type DefaultEventsMap } from 'socket.io';
import { socketMessageLimit } from '../../shared/protocol/requests.ts';
import type { Session, Sessions } from '../access/sessions.ts';
import type { Guard } from '../guard/guard.ts';
import type { Log } from '../log.ts';
import type { LineTests } from '../media/lineTests.ts';
import type { LiveMeetings } from '../meetings/live/liveMeetings.ts';
import { Connection, type RefusedRequest } from './connection.ts';
import { SocketPage } from './socketPage.ts';

/** A dead line is noticed within these two together, milliseconds: the others shall not look at a frozen picture for long. */
const heartbeat = { pingInterval: 5_000, pingTimeout: 8_000 };
/** How often the sessions of silent pages are looked at, milliseconds. */
const sessionCheckMs = 20_000;

interface Settings {
  readonly httpServer: HttpServer;
  readonly sessions: Pick<Sessions, 'authenticate' | 'used' | 'onEnded'>;
  readonly meetings: Pick<LiveMeetings, 'join' | 'prepare'>;
  readonly lineTests: Pick<LineTests, 'open'>;
  readonly guard: Guard;
  readonly recordRefusal: (refusal: RefusedRequest) => Promise<void>;
  readonly log: Log;
}

/** Serves Socket.IO on `/socket.io`. Upgrades of other paths are left to whoever owns them. `close` leaves the HTTP server open. */
export function createGateway(settings: Settings): { close(): void } {
  const { httpServer, sessions, meetings, lineTests, guard, recordRefusal, log } = settings;
  const io = new Server<DefaultEventsMap, DefaultEventsMap, DefaultEventsMap, { session: Session }>({
    path: '/socket.io',
    transports: ['websocket', 'polling'],
    serveClient: false,
    maxHttpBufferSize: socketMessageLimit,
    perMessageDeflate: false,
    destroyUpgrade: false,
    allowRequest: (request, decide) => decide(null, guard.mayArrive(request, 'socket')),
    ...heartbeat,
  });
  const connections = new Set<Connection>();

  io.use((socket, next) => {
    sessions.authenticate(socket.handshake.headers).then(
      (session) => {
        if (session === null) return next(new Error('not-signed-in'));
        socket.data.session = session;
        next();
      },
      (error: unknown) => {
        log.error({ err: error }, 'a connection could not be checked');
        next(new Error('internal'));
      },
    );
  });

  io.on('connection', (socket) => {
    const page = new SocketPage({ socket, sessions });
    const { headers } = socket.handshake;
    const address = guard.addressOf(socket.request);
    const closeLine = guard.openLine(page.session.personId);
    if (closeLine === null) {
      guard.note({ kind: 'too-many', channel: 'socket', session: page.session, address });
      return page.close();
    }
    const asked = { sessions, meetings, lineTests, guard, recordRefusal, log };
    const connection = new Connection({ ...asked, page, headers, address });
    const stopListening = sessions.onEnded(page.session.id, () => page.endSession());
    connections.add(connection);
    socket.onAny((name: unknown, ...args: unknown[]) => void connection.receive(name, args));
    socket.on('disconnect', () => {
      connections.delete(connection);
      connection.close();
      closeLine();
      stopListening();
    });
  });
  io.attach(httpServer);

  const watch = setInterval(() => {
    for (const connection of connections)
      connection.checkSession().catch((error: unknown) => log.error({ err: error }, 'a session could not be checked'));
  }, sessionCheckMs);

  return {
    close: () => {
      clearInterval(watch);
      io.engine.close();
    },
  };
}
