/** Waits until data channels are open, or until it is plain that they will not be. */
import type { types as mediasoup } from 'mediasoup-client';

/** How long a way may take to be found, milliseconds. Where UDP is blocked nothing ever answers, and only time tells. */
const findMs = 5_000;
/** How long after that the channels may take: on a bad line their greetings are lost too, and said again after a second. */
const greetMs = 6_000;

interface Channels {
  readonly transports: readonly mediasoup.Transport[];
  readonly up: mediasoup.DataProducer;
  readonly down: mediasoup.DataConsumer;
}

/** Whether all are open in time. */
export async function opened({ transports, up, down }: Channels): Promise<boolean> {
  const end = new AbortController();
  const found = Promise.all(transports.map((transport) => connected(transport))).then(() => true);
  const open = Promise.all([
    isOpen(up, (resolve) => up.on('open', resolve)),
    isOpen(down, (resolve) => down.on('open', resolve)),
  ]).then(() => true);
  const way = await Promise.race([found, open, late(findMs, end.signal)]);
  const all = way && (await Promise.race([open, late(greetMs, end.signal)]));
  end.abort();
  return all;
}

function connected(transport: mediasoup.Transport): Promise<void> {
  return new Promise((resolve) => {
    if (transport.connectionState === 'connected') resolve();
    transport.on('connectionstatechange', (state) => {
      if (state === 'connected') resolve();
    });
  });
}

function isOpen(
  { readyState }: { readonly readyState: RTCDataChannelState },
  listen: (resolve: () => void) => void,
): Promise<void> {
  return new Promise((resolve) => {
    if (readyState === 'open') resolve();
    listen(resolve);
  });
}

function late(ms: number, signal: AbortSignal): Promise<false> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), ms);
    signal.addEventListener('abort', () => clearTimeout(timer));
  });
}
