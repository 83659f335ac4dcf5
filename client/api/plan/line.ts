/** One WebSocket to the server: frames out and in, and an end that never waits. */
import { readFrame, type ServerFrame } from './frames.ts';

export interface Line {
  send(bytes: Uint8Array<ArrayBuffer>): void;
  /** Lets go without waiting for the farewell, which a dead network never brings. Nothing is heard afterwards. */
  abandon(): void;
}

interface LineOptions {
  readonly url: string;
  readonly WebSocket: typeof WebSocket;
  readonly opened: () => void;
  /** Null stands for something that is no frame. */
  readonly received: (frame: ServerFrame | null) => void;
  readonly closed: (code: number, reason: string) => void;
}

export function openLine({ url, WebSocket, opened, received, closed }: LineOptions): Line {
  const socket = new WebSocket(url);
  socket.binaryType = 'arraybuffer';
  socket.onopen = opened;
  socket.onmessage = ({ data }: MessageEvent<unknown>) => received(tryRead(data));
  socket.onclose = ({ code, reason }) => closed(code, reason);
  // What went wrong is told by the closing that follows; in Node an error that nobody hears is thrown.
  socket.onerror = () => undefined;
  return {
    // Of one that is closing, `closed` will tell; until then nothing can be said on it.
    send: (bytes) => {
      if (socket.readyState === socket.OPEN) socket.send(bytes);
    },
    abandon: () => {
      socket.onopen = null;
      socket.onmessage = null;
      socket.onclose = null;
      socket.close();
    },
  };
}

function tryRead(data: unknown): ServerFrame | null {
  try {
    return data instanceof ArrayBuffer ? readFrame(new Uint8Array(data)) : null;
  } catch {
    return null;
  }
}
