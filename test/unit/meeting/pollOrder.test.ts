/** A network that blocks WebSockets gets polled lines, where several messages come in one breath. */
import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { newId } from '../../../shared/domain/ids.ts';
import { openSocket, type MeetingSocket } from '../../../client/api/socket.ts';
import { inLobby, joined, room } from './room.ts';

const join = { meetingId: newId(), seat: newId(), takeOver: false };
let io: Server;
let page: MeetingSocket;

beforeEach(async () => {
  const http = createServer();
  io = new Server(http, { transports: ['polling'] });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  if (address === null || typeof address === 'string') throw new Error('the server does not listen on a port');
  vi.stubGlobal('location', new URL(`http://127.0.0.1:${address.port}/`));
  page = openSocket();
  await new Promise<void>((resolve) => page.onStatus(({ name }) => name === 'up' && resolve()));
});

afterEach(async () => {
  page.close();
  await io.close();
  vi.unstubAllGlobals();
});

/** The server says these in one breath. What comes first takes the poll that waits, so that the rest share the next. */
function inOneBreath(say: (answer: (data: unknown) => void) => void): void {
  io.sockets.sockets.forEach((socket) =>
    socket.on('meeting:join', (_input: unknown, answer: (answer: unknown) => void) => {
      socket.emit('meeting:spoke', { participantIds: [] });
      say((data) => answer({ ok: true, data }));
    }),
  );
}

test('M2: what is pushed right after an answer is heard after it, so that nobody is left in the lobby', async () => {
  const heard: string[] = [];
  inOneBreath((answer) => {
    answer(inLobby);
    io.emit('meeting:admitted', joined());
  });
  const admitted = new Promise<void>((resolve) =>
    page.on('meeting:admitted', () => resolve(void heard.push('admitted'))),
  );
  const answered = (async () => heard.push((await page.ask('meeting:join', join)).state))();
  await Promise.all([admitted, answered]);
  expect(heard).toEqual(['lobby', 'admitted']);
});

test('what is pushed right before an answer is heard before it, so that old news never covers newer', async () => {
  const heard: string[] = [];
  inOneBreath((answer) => {
    io.emit('meeting:changed', room([]));
    answer(joined());
  });
  const changed = new Promise<void>((resolve) => page.on('meeting:changed', () => resolve(void heard.push('changed'))));
  const answered = (async () => heard.push((await page.ask('meeting:join', join)).state))();
  await Promise.all([changed, answered]);
  expect(heard).toEqual(['changed', 'joined']);
});

test('a push that is on its way when its listener ends is not heard', async () => {
  const heard: string[] = [];
  inOneBreath((answer) => {
    io.emit('meeting:ended', {});
    io.emit('meeting:takenOver', {});
    answer(inLobby);
  });
  const end = page.on('meeting:takenOver', () => heard.push('takenOver'));
  page.on('meeting:ended', () => {
    heard.push('ended');
    end();
  });
  await page.ask('meeting:join', join);
  expect(heard).toEqual(['ended']);
});
