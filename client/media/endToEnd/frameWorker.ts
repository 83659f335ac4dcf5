/**
 * The thread on which frames are encrypted and decrypted, so that a page that draws does not hold up its sound. What there is no
 * key for is dropped: nothing leaves unencrypted, and nothing unencrypted is shown.
 */
import type { FrameRole, KeyMessage } from './messages.ts';
import { openBytes } from './openBytes.ts';
import { openFrame, sealFrame, sframeKey, type SframeKey } from './sframe.ts';

/** What the browser gives a worker and TypeScript's library for pages does not know (W3C WebRTC Encoded Transform). */
type Frame = RTCEncodedAudioFrame | RTCEncodedVideoFrame;
interface Transformer {
  readonly readable: ReadableStream<Frame>;
  readonly writable: WritableStream<Frame>;
  readonly options: FrameRole;
  sendKeyFrameRequest?(): Promise<void>;
}
interface WorkerScope {
  addEventListener(type: 'message', listener: (event: MessageEvent<KeyMessage>) => void): void;
  addEventListener(type: 'rtctransform', listener: (event: { readonly transformer: Transformer }) => void): void;
}
declare const self: WorkerScope;

let own: SframeKey | null = null;
/** Of all my streams together, since they share a key. */
let counter = 0;
const others = new Map<string, Map<number, SframeKey>>();
/** Pictures that wait for a key, by participant: each asks for a whole picture once the key is there. */
const waiting = new Map<string, Set<Transformer>>();
/** Messages are obeyed in their order, though a key takes a moment to make. */
let obeyed = Promise.resolve();

self.addEventListener('message', ({ data }) => {
  obeyed = obeyed.then(() => obey(data));
});
self.addEventListener('rtctransform', ({ transformer }) => {
  const { options } = transformer;
  const work = options.role === 'send' ? seal : unsealer(options.participantId, transformer);
  const step = new TransformStream<Frame, Frame>({
    transform: async (frame, controller) => {
      if (await work(frame)) controller.enqueue(frame);
    },
  });
  // It ends with its sender or receiver.
  transformer.readable
    .pipeThrough(step)
    .pipeTo(transformer.writable)
    .catch(() => undefined);
});

async function obey(message: KeyMessage): Promise<void> {
  switch (message.do) {
    case 'send':
      own = await sframeKey(message.keyId, message.secret);
      counter = 0;
      return;
    case 'receive': {
      const { participantId, keyId, secret } = message;
      const keys = others.get(participantId) ?? new Map<number, SframeKey>();
      others.set(participantId, keys.set(keyId, await sframeKey(keyId, secret)));
      for (const transformer of waiting.get(participantId) ?? [])
        void transformer.sendKeyFrameRequest?.().catch(() => undefined);
      waiting.delete(participantId);
      return;
    }
    case 'keepOnly': {
      const keys = others.get(message.participantId);
      for (const keyId of [...(keys?.keys() ?? [])]) if (keyId !== message.keyId) keys?.delete(keyId);
      return;
    }
    case 'forget':
      others.delete(message.participantId);
  }
}

async function seal(frame: Frame): Promise<boolean> {
  if (own === null) return false;
  const { open, rest } = parts(frame);
  counter += 1;
  put(frame, open, await sealFrame(own, counter, open, rest));
  return true;
}

function unsealer(participantId: string, transformer: Transformer): (frame: Frame) => Promise<boolean> {
  return async (frame) => {
    const { open, rest } = parts(frame);
    try {
      put(frame, open, await openFrame((id) => others.get(participantId)?.get(id), open, rest));
      return true;
    } catch {
      // A picture builds on the one before it: one that is missing makes all until the next whole one worthless.
      if ('type' in frame) waiting.set(participantId, (waiting.get(participantId) ?? new Set()).add(transformer));
      return false;
    }
  };
}

function parts(frame: Frame): { open: Uint8Array<ArrayBuffer>; rest: Uint8Array<ArrayBuffer> } {
  const data = new Uint8Array(frame.data);
  const length = Math.min(data.length, openBytes('type' in frame ? frame.type : undefined));
  return { open: data.slice(0, length), rest: data.subarray(length) };
}

function put(frame: Frame, open: Uint8Array, rest: Uint8Array): void {
  const data = new Uint8Array(open.length + rest.length);
  data.set(open);
  data.set(rest, open.length);
  frame.data = data.buffer;
}
