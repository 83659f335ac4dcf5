/**
 * The page's Socket.IO connection to its own server: requests and pushes, typed from the tables of the protocol.
 * It keeps itself connected; whoever uses it hears when it is up again and asks anew for what may have been missed.
 */
import { io } from 'socket.io-client';
import { SamradError, errorCodeSchema, type Answer, type ErrorCode } from '../../shared/protocol/errors.ts';
import { signedInAgain } from './pageLock.ts';
import type { PushData, PushName } from '../../shared/protocol/pushes.ts';
import type { RequestInput, RequestName, RequestOutput } from '../../shared/protocol/requests.ts';

/** How long an answer may take, milliseconds. A line that is silent for longer is taken for dead and opened anew. */
const answerTimeoutMs = 8_000;
/** Asked for when the network changed: silence then most likely means that this line is gone with the old network. */
const restartIceTimeoutMs = 3_000;
const reconnectFirstMs = 150;
const reconnectLastMs = 1_000;
const connectTimeoutMs = 5_000;

/** No answer came because the line was lost before or while asking. Every request may be sent again. */
export class ConnectionLost extends Error {
  constructor() {
    super('connection lost');
    this.name = 'ConnectionLost';
  }
}

/** `refused`: the server does not want this page (not signed in); only a person can change that. */
export type SocketStatus =
  { readonly name: 'connecting' } | { readonly name: 'up' } | { readonly name: 'refused'; readonly code: ErrorCode };

/**
 * Asks the server.
 * @throws SamradError with the server's code, or ConnectionLost.
 */
export type Ask = <Name extends RequestName>(name: Name, input: RequestInput<Name>) => Promise<RequestOutput<Name>>;

export interface MeetingSocket {
  readonly ask: Ask;
  readonly status: () => SocketStatus;
  /** Hears one kind of push. Returns the end of it. */
  readonly on: <Name extends PushName>(name: Name, listener: (data: PushData<Name>) => void) => () => void;
  /** Hears every change of the line. Returns the end of it. */
  readonly onStatus: (listener: (status: SocketStatus) => void) => () => void;
  readonly close: () => void;
}

/** Opens the connection. WebSocket first; a network that blocks it gets long polling. */
export function openSocket(): MeetingSocket {
  const socket = io({
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelay: reconnectFirstMs,
    reconnectionDelayMax: reconnectLastMs,
    timeout: connectTimeoutMs,
    multiplex: false,
  });
  const listeners = new Set<(status: SocketStatus) => void>();
  let status: SocketStatus = { name: 'connecting' };
  let isClosed = false;
  let retry: ReturnType<typeof setTimeout> | undefined;

  function change(next: SocketStatus): void {
    status = next;
    for (const listener of [...listeners]) listener(next);
  }

  socket.on('connect', () => change({ name: 'up' }));
  socket.on('disconnect', (reason) => {
    if (status.name === 'up') change({ name: 'connecting' });
    // Socket.IO leaves it to the page to come back after the server has hung up on it.
    if (reason === 'io server disconnect') retry = setTimeout(() => socket.connect(), reconnectFirstMs);
  });
  socket.on('connect_error', (error: Error) => {
    const again = !socket.active && error.message === 'not-signed-in' ? signedInAgain() : null;
    if (again) return void again.then(() => (isClosed ? undefined : socket.connect()));
    if (!socket.active) change({ name: 'refused', code: errorCodeSchema.catch('internal').parse(error.message) });
  });

  return {
    ask: (name, input) =>
      new Promise((resolve, reject) => {
        if (!socket.connected) {
          reject(new ConnectionLost());
          return;
        }
        const answered = (error: Error | null, answer: Answer<RequestOutput<typeof name>>): void => {
          if (error) {
            if (socket.connected) socket.io.engine.close();
            reject(new ConnectionLost());
          } else if (answer.ok) resolve(answer.data);
          else reject(new SamradError(answer.code));
        };
        socket.timeout(name === 'media:restartIce' ? restartIceTimeoutMs : answerTimeoutMs).emit(name, input, answered);
      }),
    status: () => status,
    on: (name, listener) => {
      // A polled line hands over several messages in one breath, and whoever awaits an answer goes on only after it. The
      // push waits its turn behind that, so that all is heard in the order in which the server said it.
      const heard = (data: PushData<typeof name>): void =>
        queueMicrotask(() => {
          if (socket.listeners<string>(name).includes(heard)) listener(data);
        });
      socket.on<string>(name, heard);
      return () => socket.off<string>(name, heard);
    },
    onStatus: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    close: () => {
      isClosed = true;
      clearTimeout(retry);
      listeners.clear();
      socket.removeAllListeners();
      socket.disconnect();
    },
  };
}
