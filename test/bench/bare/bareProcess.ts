/** A server that does nothing but connect people with mediasoup: rooms by name, no sign-in, nothing kept. */
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
  media: z.object({ ip: z.string(), announcedAddress: z.string().optional(), port: z.number() }),
});

answerTo(questionSchema, async ({ pageDirectory, media }) => {
  const worker = await createWorker();
  const webRtcServer = await worker.createWebRtcServer({
    listenInfos: (['udp', 'tcp'] as const).map((protocol) => ({ protocol, ...media })),
  });
  const server = createServer(express().use(express.static(pageDirectory)));
  acceptPeers(server, worker, webRtcServer);
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return { port: typeof address === 'object' && address ? address.port : 0, workerPid: worker.pid };
});

interface Room {
  readonly router: Promise<types.Router>;
  readonly peers: Set<BarePeer>;
}

/** A room is there from the first who asks for it, in the address that the page connects to. */
function acceptPeers(server: Server, worker: types.Worker, webRtcServer: types.WebRtcServer): void {
  const rooms = new Map<string, Room>();
  new WebSocketServer({ server }).on('connection', (socket, { url }) => {
    const name = new URL(url ?? '', 'http://localhost').searchParams.get('room') ?? '';
    const room = rooms.get(name) ?? { router: worker.createRouter({ mediaCodecs }), peers: new Set() };
    rooms.set(name, room);
    const others = (): BarePeer[] => [...room.peers].filter((one) => one !== peer);
    const peer: BarePeer = new BarePeer({ socket, router: room.router, webRtcServer, others });
    room.peers.add(peer);
    socket.on('close', () => {
      room.peers.delete(peer);
      peer.close();
    });
  });
}
