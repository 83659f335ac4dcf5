/** Datagrams and their count, as both sides of a line test use them. */
import { expect, test } from 'vitest';
import { Arrivals } from '../../../shared/lineTest/arrivals.ts';
import { packDatagram, unpackDatagram } from '../../../shared/lineTest/datagram.ts';

const shape = { count: 100, bytes: 1_000, everyMs: 10, settleMs: 200 };

test('a datagram is read as it was written, in its full length, and what is too short is none', () => {
  const packed = packDatagram({ round: 7, number: 70_000, echo: { number: 3, heldMs: 12.5 } }, 160);
  expect(packed).toHaveLength(160);
  expect(unpackDatagram(packed)).toEqual({ round: 7, number: 70_000, echo: { number: 3, heldMs: 12.5 } });
  expect(unpackDatagram(packDatagram({ round: 1, number: 0, echo: null }, 0))).toEqual({
    round: 1,
    number: 0,
    echo: null,
  });
  expect(unpackDatagram(new Uint8Array(15))).toBeNull();
  expect(unpackDatagram(new Uint8Array(16).fill(255))).toMatchObject({ round: 255, echo: null });
});

test('N1: what comes twice or was never sent is not counted', () => {
  const arrivals = new Arrivals(shape);
  expect([0, 0, 99, 100].map((number) => arrivals.add(number, 1_000, 0))).toEqual([true, false, true, false]);
  expect(arrivals.received).toBe(2);
});

test('N1: the speed is that of the full line, whatever the queues took in before and let out after', () => {
  const even = new Arrivals(shape);
  for (let number = 0; number < 100; number += 1) even.add(number, 1_000, 5_000 + number * 10);
  expect(even.bitrate).toBe(800_000);
  const narrow = new Arrivals(shape);
  // A queue lets twenty through at once; then the line is four times narrower than what is sent, and the rest comes late.
  for (let number = 0; number < 20; number += 1) narrow.add(number, 1_000, 0);
  for (let number = 20; number < 100; number += 1) narrow.add(number, 1_000, (number - 19) * 40);
  expect(narrow.bitrate).toBe(200_000);
  expect(new Arrivals(shape).bitrate).toBe(0);
});
