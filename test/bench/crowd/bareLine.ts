/** A light participant's line to the bare server, in one of its rooms. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { z } from 'zod';
import {
  consumersSchema,
  joinedSchema,
  nothingSchema,
  producedSchema,
  toPageSchema,
  type BareRequest,
} from '../bare/messages.ts';
import type { Line } from './messages.ts';

export async function bareLine(url: string, room: string): Promise<Line> {
  const socket = new WebSocket(`${url.replace('http', 'ws')}/?room=${room}`);
  const waiting = new Map<number, (answer: unknown) => void>();
  let lastId = 0;
  socket.on('message', (data: Buffer) => {
    const message = toPageSchema.parse(JSON.parse(data.toString()));
    if ('id' in message) waiting.get(message.id)?.(message.answer);
  });
  await once(socket, 'open');

  async function ask<Answer>(body: BareRequest, schema: z.ZodType<Answer>): Promise<Answer> {
    lastId += 1;
    const id = lastId;
    const answered = new Promise<unknown>((resolve) => waiting.set(id, resolve));
    socket.send(JSON.stringify({ id, body }));
    return schema.parse(await answered);
  }

  return {
    open: () => ask({ ask: 'join' }, joinedSchema),
    connect: async (transportId, dtlsParameters) => {
      await ask({ ask: 'connect', transportId, dtlsParameters }, nothingSchema);
    },
    produce: async (_transportId, kind, rtpParameters) => {
      await ask({ ask: 'produce', kind, rtpParameters }, producedSchema);
    },
    consume: async (rtpCapabilities) => (await ask({ ask: 'consume', rtpCapabilities }, consumersSchema)).consumers,
    resume: async (consumerIds) => {
      await ask({ ask: 'resume', consumerIds }, nothingSchema);
    },
    close: async () => {
      const closed = once(socket, 'close');
      socket.close();
      await closed;
    },
  };
}
