/** A server that does nothing but connect two people with mediasoup: one room, no sign-in, nothing kept. */
import { createServer, type Server } from 'node:http';
import express from 'express';
import { createWorker, type types } from 'mediasoup';
import { WebSocketServer } from 'ws';
import { z } from 'zod';
import { mediaCodecs } from '../../../server/media/mediaPolicy.ts';
import { answerTo } from '../child.ts';
import { BarePeer } from './barePeer.ts';

const questionSchema = z.object({
  ask: z.literal('listen'),
  /** Where the built page lies. */
  pageDirectory: z.string(),
  mediaPort: z.number(),
});

answerTo(questionSchema, async ({ pageDirectory, mediaPort }) => {
  const worker = await createWorker();
  const [router, webRtcServer] = await Promise.all([
    worker.createRouter({ mediaCodecs }),
    worker.createWebRtcServer({
      listenInfos: (['udp', 'tcp'] as const).map((protocol) => ({ protocol, ip: '127.0.0.1', port: mediaPort })),
    }),
  ]);
  const server = createServer(express().use(express.static(pageDirectory)));
  acceptPeers(server, router, webRtcServer);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, workerPid: worker.pid };
});

function acceptPeers(server: Server, router: types.Router, webRtcServer: types.WebRtcServer): void {
  const peers = new Set<BarePeer>();
  new WebSocketServer({ server }).on('connection', (socket) => {
    const others = (): BarePeer[] => [...peers].filter((one) => one !== peer);
    const peer: BarePeer = new BarePeer({ socket, router, webRtcServer, others });
    peers.add(peer);
    socket.on('close', () => {
      peers.delete(peer);
      peer.close();
    });
  });
}
