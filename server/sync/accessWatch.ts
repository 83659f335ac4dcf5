/** Keeps a channel within its person's rights, from before they are looked up until the channel ends. */
import type { AccessChanges, Who } from '../access/accessChanges.ts';
import type { Admittance } from '../access/careTeam.ts';
import { closeCode } from '../../shared/protocol/sync.ts';
import type { Channel } from './channels.ts';

/** What a channel does with rights as they are now; null is none. Answers the code to close with, or null to go on. */
export type Review = (reach: Reach | null) => number | null;

/** What a person reaches of a plan; in the channel of a meeting's minutes also of them. */
export type Reach = Admittance & { readonly minutes: 'write' | 'read' | null };

interface Parts {
  readonly changes: AccessChanges;
  readonly who: Who;
  /** The person's rights at this moment. */
  readonly reachNow: () => Promise<Reach | null>;
  /** Ends the channel from this side. */
  readonly close: (code: number) => void;
  readonly onError: (error: unknown) => void;
}

/** `looking`: rights are being looked up; `changed` says that they may be others by now. */
type State =
  | { readonly kind: 'looking'; readonly changed: boolean }
  | { readonly kind: 'guarding'; readonly channel: Channel; readonly review: Review }
  | { readonly kind: 'ended' };

export class AccessWatch {
  readonly #parts: Parts;
  readonly #unwatch: () => void;
  #state: State = { kind: 'looking', changed: false };
  #reviewed: Promise<void> = Promise.resolve();

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#unwatch = parts.changes.watch(parts.who, () => this.#told());
  }

  /** Rights are about to be looked up. */
  look(): void {
    if (this.#state.kind === 'looking') this.#state = { kind: 'looking', changed: false };
  }

  /** Whether what was looked up still counts. */
  get isCurrent(): boolean {
    return this.#state.kind === 'looking' && !this.#state.changed;
  }

  /** Follows the rights with a channel that was made in this very turn, and ends with it. */
  guard(channel: Channel, review: Review): Channel {
    this.#state = { kind: 'guarding', channel, review };
    return {
      handle: (received) => channel.handle(received),
      close: () => {
        this.end();
        channel.close();
      },
    };
  }

  /** Follows nothing any more. */
  end(): void {
    this.#state = { kind: 'ended' };
    this.#unwatch();
  }

  #told(): Promise<void> {
    if (this.#state.kind === 'looking') this.#state = { kind: 'looking', changed: true };
    if (this.#state.kind !== 'guarding') return Promise.resolve();
    // One after the other: the last to be applied is the last that was looked up.
    this.#reviewed = this.#reviewed.then(() => this.#reviewNow());
    return this.#reviewed;
  }

  async #reviewNow(): Promise<void> {
    const { reachNow, onError } = this.#parts;
    try {
      const reach = await reachNow();
      const code = this.#state.kind === 'guarding' ? this.#state.review(reach) : null;
      if (code !== null) this.#cut(code);
    } catch (error) {
      // Rights that can't be looked up are none.
      onError(error);
      this.#cut(closeCode.tryAgain);
    }
  }

  #cut(code: number): void {
    if (this.#state.kind !== 'guarding') return;
    this.#state.channel.close();
    this.#parts.close(code);
  }
}
