/** The page's half of the encrypted frames: a thread that does the work, told which keys there are, and put between each sender or receiver and the network. */
import type { FrameRole, KeyMessage } from './messages.ts';

/** Whether this browser can put something between its codecs and the network (WebRTC Encoded Transform), on a page that may have secrets. */
export function canProtectFrames(): boolean {
  return 'RTCRtpScriptTransform' in globalThis && isSecureContext;
}

export class FrameProtection {
  readonly #worker = new Worker(new URL('./frameWorker.ts', import.meta.url), { type: 'module' });

  /** Tells of a key that came or is good no longer. */
  tell(message: KeyMessage): void {
    this.#worker.postMessage(message);
  }

  /** To be called before the first frame can leave. */
  protect(sender: RTCRtpSender): void {
    sender.transform = this.#transform({ role: 'send' });
  }

  /** To be called before the first frame is played. */
  open(receiver: RTCRtpReceiver, participantId: string): void {
    receiver.transform = this.#transform({ role: 'receive', participantId });
  }

  close(): void {
    this.#worker.terminate();
  }

  #transform(role: FrameRole): RTCRtpScriptTransform {
    return new RTCRtpScriptTransform(this.#worker, role);
  }
}
