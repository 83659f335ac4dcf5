/** One page's channel to the notices of a plan: nothing but topics goes out, and nothing that comes in counts. */
import type { NoticeListener, PlanNotices } from '../careplan/planNotices.ts';
import { durableMessage, noticeMessage, type ChannelMessage, type ChannelWire } from './wire.ts';

export class NoticesChannel {
  readonly #wire: ChannelWire;
  readonly #unsubscribe: () => void;

  constructor({ notices, wire, listener }: { notices: PlanNotices; wire: ChannelWire; listener: NoticeListener }) {
    this.#wire = wire;
    this.#unsubscribe = notices.subscribe(listener, (topic) => wire.send(noticeMessage(topic)));
  }

  /** Echoes a page that asks whether it is heard of: from the echo on, it misses no notice. */
  handle(received: ChannelMessage): void {
    if (received.kind === 'durable') this.#wire.send(durableMessage(received.token));
  }

  /** The page has gone. */
  close(): void {
    this.#unsubscribe();
  }
}
