/** Which pages may talk to this server: its own. */
import type { IncomingMessage } from 'node:http';

export class Origins {
  readonly #publicUrl: string | null;

  /** `publicUrl` null: whatever address the browser itself reached the server by. */
  constructor({ publicUrl }: { publicUrl: string | null }) {
    this.#publicUrl = publicUrl;
  }

  /** Whether people reach this server by HTTPS; cookies are then for HTTPS alone. */
  get secure(): boolean {
    return this.#publicUrl?.startsWith('https:') ?? false;
  }

  /** The address of this server as the requesting person knows it. */
  of(request: IncomingMessage): string {
    return this.#publicUrl ?? `http://${request.headers.host ?? 'localhost'}`;
  }

  /**
   * Whether a request comes from our own page. A request without an Origin is none of a foreign page's:
   * browsers always send one with a POST and with a WebSocket.
   */
  allows(request: IncomingMessage): boolean {
    const { origin } = request.headers;
    return origin === undefined || origin === this.of(request);
  }

  /** The network address that a request comes from, as the one proxy in front tells it, where there is one. */
  addressOf(request: IncomingMessage): string | null {
    const told = this.secure ? request.headers['x-forwarded-for'] : undefined;
    const last = String(told ?? '')
      .split(',')
      .at(-1)
      ?.trim();
    return last || (request.socket.remoteAddress ?? null);
  }
}
