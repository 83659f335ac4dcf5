/** What a person can ask for in a meeting, as the elements tell it to the page: one event, one union. */
import type { MediaSource } from '../../shared/protocol/types.ts';
import type { DeviceKind } from '../media/deviceChoice.ts';
import type { PreferredSize } from '../media/preferences.ts';

export type MeetingCommand =
  | { readonly do: 'join'; readonly camera: boolean }
  | { readonly do: 'takeOver' | 'restart' | 'leave' | 'end' | 'playSound' | 'testSound' | 'loadPlan' | 'dismiss' }
  | { readonly do: 'microphone' | 'camera' | 'screen' | 'hand'; readonly on: boolean }
  | { readonly do: 'choose'; readonly kind: DeviceKind; readonly deviceId: string }
  | { readonly do: 'admit' | 'decline' | 'confirm'; readonly participantId: string }
  /** The tile of a received video has got this size. Not a person's wish, but it travels the same way. */
  | {
      readonly do: 'shown';
      readonly participantId: string;
      readonly source: MediaSource;
      readonly size: PreferredSize;
    };

export class MeetingCommandEvent extends Event {
  static readonly eventName = 'samrad-command';
  readonly command: MeetingCommand;

  constructor(command: MeetingCommand) {
    super(MeetingCommandEvent.eventName, { bubbles: true });
    this.command = command;
  }
}

/** Tells the page what is asked for. */
export function command(from: EventTarget, asked: MeetingCommand): void {
  from.dispatchEvent(new MeetingCommandEvent(asked));
}
