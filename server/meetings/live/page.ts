/** One page of one person, as a meeting sees it. The socket behind it is nobody's business here. */
import type { Helper } from '../../../shared/meetings/helpers.ts';
import type { PushData, PushName } from '../../../shared/protocol/pushes.ts';
import type { RtpCapabilities } from '../../media/mediaSchemas.ts';
import type { TransportPair } from '../../media/transportPair.ts';
import type { Session } from '../../access/sessions.ts';

export interface Page {
  readonly session: Session;
  readonly connected: boolean;
  /** Tells the page something; nothing happens where the line is down. */
  push<Name extends PushName>(name: Name, data: PushData<Name>): void;
  /** Hangs up, after what was pushed before has been sent. */
  close(): void;
  /** Hears once that the line is down. Returns the end of it. */
  onLost(listener: () => void): () => void;
  /** Hears that the session behind the page ended, also while the line is down. Returns the end of it. */
  onSessionEnded(listener: () => void): () => void;
}

/** Where somebody is: the page, and the mark of its own by which it is known when it comes back. */
export interface Place {
  readonly page: Page;
  readonly seat: string;
  /** What the page can receive, where it said so when it came. */
  readonly receives: RtpCapabilities | null;
  /** Gives the transports that were made for the page before it came in, once; null where there are none. */
  readonly takePrepared: () => TransportPair | null;
}

/** Somebody at the door. `takeOver`: also where another page of the same person is in. */
export interface Visitor extends Place {
  readonly takeOver: boolean;
  /** Who sits beside them; undefined: as the seat has it. */
  readonly beside?: readonly Helper[] | undefined;
}
