/**
 * The blur worker: takes the camera's pictures, finds the person in each, and gives back pictures whose background nobody
 * can read. Where anything fails it stops; no picture leaves it that was not composed here. A thread of its own, so that
 * the page answers and a hidden page goes on.
 */
import { Composer } from './composer.ts';
import type { FromWorker, ToWorker } from './messages.ts';

/** What the browser gives a worker and TypeScript's library for pages does not know. */
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: { readonly data: ToWorker }) => void): void;
  postMessage(message: FromWorker, transfer?: readonly Transferable[]): void;
}
declare const self: WorkerScope;

/** How often the page hears of the pace, ms. */
const stretchMs = 1_000;
/** Where the page has to be asked for pictures: as often as the camera is asked for them, 24 times a second. */
const tickMs = 1_000 / 24;

const composer = new Composer();
let begun = false;
let pictures = 0;
let busyMs = 0;
/** Since when the picture that is being made now is being made. */
let started: number | null = null;

self.addEventListener('message', ({ data }) => {
  void work(data).catch((error: unknown) => self.postMessage({ say: 'broken', reason: String(error) }));
});

async function work(asked: ToWorker): Promise<void> {
  switch (asked.say) {
    case 'streams':
      return asked.from.pipeThrough(new TransformStream({ transform: throughStream })).pipeTo(asked.to);
    case 'ticks':
      setInterval(() => self.postMessage({ say: 'tick' }), tickMs);
      return;
    case 'picture':
      return answer(asked.picture);
  }
}

async function throughStream(frame: VideoFrame, out: TransformStreamDefaultController<VideoFrame>): Promise<void> {
  try {
    out.enqueue(await timed(() => composer.blurFrame(frame)));
  } finally {
    frame.close();
  }
  sent();
}

async function answer(picture: ImageBitmap): Promise<void> {
  const canvas = await timed(() => composer.blurOnCanvas(picture, picture));
  picture.close();
  const finished = canvas.transferToImageBitmap();
  self.postMessage({ say: 'finished', picture: finished }, [finished]);
  sent();
}

async function timed<Made>(make: () => Promise<Made>): Promise<Made> {
  started = performance.now();
  const made = await make();
  busyMs += performance.now() - started;
  started = null;
  return made;
}

function sent(): void {
  pictures++;
  if (begun) return;
  begun = true;
  self.postMessage({ say: 'begun' });
  // Loading the model is no part of the pace.
  busyMs = 0;
  let since = performance.now();
  setInterval(() => {
    const now = performance.now();
    if (started !== null) [busyMs, started] = [busyMs + now - started, now];
    self.postMessage({ say: 'pace', pictures, busyMs, elapsedMs: now - since });
    [since, pictures, busyMs] = [now, 0, 0];
  }, stretchMs);
}
