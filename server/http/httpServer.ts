/** The HTTP server itself: how long a request may take, and what becomes of one that is none. */
import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import type { AttemptKind } from '../guard/attempts.ts';
import type { Guard } from '../guard/guard.ts';

/** All of a request must have come within this, milliseconds: a slow line sends a page's largest in seconds. */
const requestTimeout = 20_000;
/** And what comes before its body within this. */
const headersTimeout = 8_000;

/** By what Node calls it: too slow, too large, or no HTTP. */
const faults: Readonly<Record<string, { status: number; kind: AttemptKind }>> = {
  ERR_HTTP_REQUEST_TIMEOUT: { status: 408, kind: 'too-slow' },
  HPE_HEADER_OVERFLOW: { status: 431, kind: 'too-large' },
};
const noHttp = { status: 400, kind: 'malformed' } as const;

/** Makes the server, which does not listen yet. */
export function createHttpServer(listener: RequestListener, guard: Guard): Server {
  const server = createServer({ requestTimeout, headersTimeout, connectionsCheckingInterval: 1_000 }, listener);
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    const { status, kind } = faults[error.code ?? ''] ?? noHttp;
    const address = 'remoteAddress' in socket && typeof socket.remoteAddress === 'string' ? socket.remoteAddress : null;
    guard.note({ kind, channel: 'rest', session: null, address });
    socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
  return server;
}
