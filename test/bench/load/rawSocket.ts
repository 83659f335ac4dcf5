/** A WebSocket client that does next to nothing, so that the load costs the machine little beside the servers under test. */
import { randomBytes } from 'node:crypto';
import { connect, type Socket } from 'node:net';
import { FrameReader, pongMessage } from './frames.ts';

interface Parts {
  /** `http://host:port` */
  readonly url: string;
  readonly path: string;
  readonly cookie: string;
  /** A message; the bytes are valid during the call only. */
  readonly onMessage: (payload: Buffer) => void;
  /** The server ended the conversation. */
  readonly onClosed: (code: number) => void;
}

export class RawSocket {
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  /** Connects and upgrades. @throws Error where the server does not upgrade. */
  static async open({ url, path, cookie, onMessage, onClosed }: Parts): Promise<RawSocket> {
    const { host, hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    socket.write(
      `GET ${path} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nCookie: ${cookie}\r\n` +
        `Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${randomBytes(16).toString('base64')}\r\n\r\n`,
    );
    const reader = new FrameReader({
      message: onMessage,
      pinged: () => socket.write(pongMessage),
      closed: onClosed,
    });
    await new Promise<void>((resolve, reject) => {
      socket.once('error', reject);
      socket.once('data', (answer) => {
        if (!answer.toString('latin1').startsWith('HTTP/1.1 101')) return reject(new Error(`${url} did not upgrade`));
        socket.on('data', (chunk) => reader.read(chunk));
        reader.read(answer.subarray(answer.indexOf('\r\n\r\n') + 4));
        resolve();
      });
    });
    return new RawSocket(socket);
  }

  /** Sends messages made by `binaryMessage` with one call to the system. */
  send(messages: readonly Buffer[]): void {
    this.#socket.write(Buffer.concat(messages));
  }

  close(): void {
    this.#socket.destroy();
  }
}
