/**
 * A camera's picture with a blurred background: a track of its own, that carries nothing until the first picture is
 * blurred, and nothing more when blurring ends. The camera itself belongs to who opened it. Loaded only for who asks for it.
 */
import type { FromWorker, ToWorker } from './messages.ts';
import { frameStreams } from './frames.ts';
import { isTooSlow, judge, noVerdict } from './verdict.ts';

/** `slow`: this machine does not make twenty pictures a second. `broken`: it does not do it at all. */
export type BlurFailure = 'slow' | 'broken';

/** A first picture that takes longer than this does not come: model and all are some megabytes, on a slow line. */
const firstPictureWithinMs = 60_000;

export class BlurredCamera {
  readonly track: MediaStreamTrack;
  readonly #worker: Worker;
  readonly #ends: (() => void)[];

  private constructor(track: MediaStreamTrack, worker: Worker, ends: (() => void)[]) {
    this.track = track;
    this.#worker = worker;
    this.#ends = ends;
  }

  /**
   * Resolves when the first blurred picture is there. `onFailed` is told when it ends later without having been closed.
   * @throws where it does not begin.
   */
  static async create(
    camera: MediaStreamTrack,
    { onFailed }: { onFailed: (failure: BlurFailure) => void },
  ): Promise<BlurredCamera> {
    const worker = new Worker(new URL('./blurWorker.ts', import.meta.url));
    const { track, close } = throughStreams(camera, worker) ?? (await throughTicks(camera, worker));
    const blurred = new BlurredCamera(track, worker, [close]);
    try {
      await blurred.#first();
    } catch (error) {
      blurred.close();
      throw error;
    }
    blurred.#watch(onFailed);
    return blurred;
  }

  close(): void {
    this.#worker.terminate();
    for (const end of this.#ends.splice(0)) end();
    this.track.stop();
  }

  #first(): Promise<void> {
    return new Promise((resolve, reject) => {
      const late = setTimeout(() => reject(new Error('no blurred picture came')), firstPictureWithinMs);
      this.#ends.push(
        () => clearTimeout(late),
        hear(this.#worker, (said) => {
          if (said.say === 'begun') resolve();
          if (said.say === 'broken') reject(new Error(said.reason));
          if (said.say === 'begun' || said.say === 'broken') clearTimeout(late);
        }),
      );
      this.#worker.addEventListener('error', () => reject(new Error('the blur worker did not start')), { once: true });
    });
  }

  #watch(onFailed: (failure: BlurFailure) => void): void {
    let verdict = noVerdict;
    const failed = (failure: BlurFailure): void => {
      if (this.#ends.length === 0) return;
      this.close();
      onFailed(failure);
    };
    this.#ends.push(
      hear(this.#worker, (said) => {
        if (said.say === 'broken') failed('broken');
        if (said.say !== 'pace') return;
        verdict = judge(verdict, said);
        if (isTooSlow(verdict)) failed('slow');
      }),
    );
    this.#worker.addEventListener('error', () => failed('broken'));
  }
}

interface Way {
  readonly track: MediaStreamTrack;
  readonly close: () => void;
}

/** The worker reads and writes by itself. Null where the browser has no such streams. */
function throughStreams(camera: MediaStreamTrack, worker: Worker): Way | null {
  const streams = frameStreams();
  if (!streams) return null;
  // One picture waits at most: a late picture is of no use to anybody.
  const { readable } = new streams.MediaStreamTrackProcessor({ track: camera, maxBufferSize: 1 });
  const track = new streams.MediaStreamTrackGenerator({ kind: 'video' });
  tell(worker, { say: 'streams', from: readable, to: track.writable }, [readable, track.writable]);
  return { track, close: () => undefined };
}

/**
 * The page takes the pictures from a video and draws the finished ones on a canvas that is filmed. The worker gives the
 * beat: its clock is not slowed down in a hidden page.
 */
async function throughTicks(camera: MediaStreamTrack, worker: Worker): Promise<Way> {
  const video = document.createElement('video');
  video.muted = true;
  video.playsInline = true;
  video.srcObject = new MediaStream([camera]);
  await video.play();
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d', { alpha: false });
  const [track] = canvas.captureStream().getVideoTracks();
  if (!context || !track) throw new Error('no canvas to film');
  let away = false;
  const unhear = hear(worker, (said) => {
    if (said.say === 'tick' && !away && video.videoWidth > 0) {
      away = true;
      createImageBitmap(video).then(
        (picture) => tell(worker, { say: 'picture', picture }, [picture]),
        () => (away = false),
      );
    }
    if (said.say !== 'finished') return;
    away = false;
    const { picture } = said;
    if (canvas.width !== picture.width) canvas.width = picture.width;
    if (canvas.height !== picture.height) canvas.height = picture.height;
    context.drawImage(picture, 0, 0);
    picture.close();
  });
  tell(worker, { say: 'ticks' }, []);
  return {
    track,
    close: () => {
      unhear();
      video.srcObject = null;
    },
  };
}

function tell(worker: Worker, message: ToWorker, transfer: Transferable[]): void {
  worker.postMessage(message, transfer);
}

/** Hears the worker. Returns the end of it. */
function hear(worker: Worker, listener: (said: FromWorker) => void): () => void {
  const onMessage = ({ data }: MessageEvent<FromWorker>): void => listener(data);
  worker.addEventListener('message', onMessage);
  return () => worker.removeEventListener('message', onMessage);
}
