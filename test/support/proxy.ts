/** A proxy in front of a server, as a hospital has one: it can go away, and hand out another build's service worker. */
import { createServer, request as ask, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { connect, type AddressInfo, type Socket } from 'node:net';

export class Proxy {
  readonly #server: Server;
  readonly #port: number;
  readonly #sockets = new Set<Socket>();
  /** Changes what is handed out as /sw.js. */
  changeWorker: (code: string) => string = (code) => code;
  #away = false;
  #silent = false;

  private constructor(server: Server, port: number) {
    this.#server = server;
    this.#port = port;
  }

  /** Stands in front of the server on this port. */
  static async open(port: number): Promise<Proxy> {
    const server = createServer();
    const proxy = new Proxy(server, port);
    server.on('request', (request, response) => proxy.#pass(request, response));
    server.on('upgrade', (request, socket: Socket, head) => proxy.#upgrade(request, socket, head));
    server.on('connection', (socket) => {
      if (proxy.#away) socket.destroy();
      proxy.#sockets.add(socket);
      socket.on('close', () => proxy.#sockets.delete(socket));
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return proxy;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** Nobody gets through, and whoever was connected is cut off; or all is as before. */
  setAway(away: boolean): void {
    this.#away = away;
    if (away) for (const socket of this.#sockets) socket.destroy();
  }

  /** Lets people in and answers nobody, as a bad line does; or all is as before. */
  setSilent(silent: boolean): void {
    this.setAway(true);
    this.#away = false;
    this.#silent = silent;
  }

  close(): void {
    this.setAway(true);
    this.#server.close();
  }

  #pass(request: IncomingMessage, response: ServerResponse): void {
    if (this.#silent) return;
    const { method, url, headers } = request;
    const asked = ask({ port: this.#port, host: '127.0.0.1', method, path: url, headers }, (answer) => {
      if (url === '/sw.js') return void this.#passWorker(answer, response);
      response.writeHead(answer.statusCode ?? 500, answer.headers);
      answer.pipe(response);
    });
    asked.on('error', () => response.destroy());
    request.pipe(asked);
  }

  async #passWorker(answer: IncomingMessage, response: ServerResponse): Promise<void> {
    const code = this.changeWorker(Buffer.concat(await answer.toArray()).toString());
    response.writeHead(200, { 'content-type': 'text/javascript', 'cache-control': 'no-cache' });
    response.end(code);
  }

  #upgrade({ method, url, headers }: IncomingMessage, socket: Socket, head: Buffer): void {
    if (this.#silent) return;
    const upstream = connect(this.#port, '127.0.0.1', () => {
      const lines = Object.entries(headers).map(([name, value]) => `${name}: ${String(value)}`);
      upstream.write(`${method} ${url} HTTP/1.1\r\n${lines.join('\r\n')}\r\n\r\n`);
      upstream.write(head);
      socket.pipe(upstream).pipe(socket);
    });
    for (const end of [socket, upstream]) {
      end.on('error', () => undefined);
      end.on('close', () => (end === socket ? upstream : socket).destroy());
    }
  }
}
