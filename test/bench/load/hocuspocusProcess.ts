/** Hocuspocus as it comes, without extensions: nothing is stored, so its acknowledgement says "applied in memory". */
import { Server } from '@hocuspocus/server';
import { z } from 'zod';
import { answerTo } from '../child.ts';

answerTo(z.object({ ask: z.literal('listen') }), async () => {
  const server = new Server({ port: 0, address: '127.0.0.1', quiet: true });
  await server.listen();
  return { port: server.address.port };
});
