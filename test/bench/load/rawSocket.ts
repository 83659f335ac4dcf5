/**
 * A WebSocket client that does next to nothing, so that the load costs the machine little beside the servers under test:
 * binary messages only, no checks, and a mask of zeros, which leaves the payload as it is.
 */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';

/** Headers of a masked frame from the client: two bytes, the length where it does not fit, four bytes of mask. */
const maskBytes = 4;
const shortLimit = 126;

interface Parts {
  readonly url: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** A message; the bytes are valid during the call only. */
  readonly onMessage: (payload: Buffer) => void;
  /** All messages of one read have been handed over. */
  readonly onRead: () => void;
}

export class RawSocket {
  readonly #socket: Socket;
  #rest: Buffer = Buffer.alloc(0);

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Connects and upgrades. @throws Error where the server does not upgrade. */
  static open({ url, path, headers, onMessage, onRead }: Parts): Promise<RawSocket> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    const raw = new RawSocket(socket);
    socket.write(upgradeRequest(`${hostname}:${port}`, path, headers));
    return new Promise((resolve, reject) => {
      socket.once('error', reject);
      socket.once('data', (answer) => {
        const end = answer.indexOf('\r\n\r\n') + 4;
        if (!answer.subarray(0, end).toString().startsWith('HTTP/1.1 101')) return reject(new Error('not upgraded'));
        socket.on('data', (chunk) => raw.#read(chunk, onMessage, onRead));
        socket.on('close', () => onMessage(closed));
        resolve(raw);
        if (answer.length > end) raw.#read(answer.subarray(end), onMessage, onRead);
      });
    });
  }

  /** Sends frames built by `frameOf`, together. */
  send(frames: readonly Buffer[]): void {
    this.#socket.write(frames.length === 1 ? (frames[0] ?? closed) : Buffer.concat(frames));
  }

  close(): void {
    this.#socket.destroy();
  }

  #read(chunk: Buffer, onMessage: (payload: Buffer) => void, onRead: () => void): void {
    const bytes = this.#rest.length > 0 ? Buffer.concat([this.#rest, chunk]) : chunk;
    let at = 0;
    while (at + 2 <= bytes.length) {
      const { start, end } = frameAt(bytes, at);
      if (end > bytes.length) break;
      if (bytes[at] === binaryFrame) onMessage(bytes.subarray(start, end));
      at = end;
    }
    this.#rest = bytes.subarray(at);
    onRead();
  }
}
