/** A flood, in a process of its own: asks for WebSockets without a session from another loopback address, as fast as it is refused. */
import { connect } from 'node:net';
import { z } from 'zod';
import { syncPath } from '../../../shared/protocol/sync.ts';
import { answerTo } from '../child.ts';

/** Sockets on their way at the same time. */
const atOnce = 64;
const request =
  `GET ${syncPath} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n` +
  'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n\r\n';

const questionSchema = z.discriminatedUnion('ask', [
  z.object({ ask: z.literal('begin'), port: z.number(), from: z.string() }),
  z.object({ ask: z.literal('end') }),
]);

let running = false;
let refused = 0;
let begunAt = 0;
let ended: Promise<unknown> = Promise.resolve();

/** One socket; resolves when the server has hung up, or has let it in and this side does. */
function knock(port: number, from: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = connect({ port, host: '127.0.0.1', localAddress: from });
    socket.on('error', () => undefined);
    socket.once('data', () => socket.destroy());
    socket.once('close', () => {
      if (socket.bytesRead === 0) refused += 1;
      resolve();
    });
    socket.write(request);
  });
}

async function keepKnocking(port: number, from: string): Promise<void> {
  while (running) await knock(port, from);
}

answerTo(questionSchema, async (question) => {
  if (question.ask === 'begin') {
    [running, refused, begunAt] = [true, 0, performance.now()];
    ended = Promise.all(Array.from({ length: atOnce }, () => keepKnocking(question.port, question.from)));
    return { refusedPerSecond: 0 };
  }
  running = false;
  const seconds = (performance.now() - begunAt) / 1000;
  const refusedPerSecond = refused / seconds;
  await ended;
  return { refusedPerSecond };
});
