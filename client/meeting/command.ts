/** What a person can ask for in a meeting, as the elements tell it to the page: one event, one union. */
import type { Closing } from '../../shared/meetings/agenda.ts';
import type { Phase } from '../../shared/meetings/course.ts';
import type { Helper } from '../../shared/meetings/helpers.ts';
import type { MediaSource } from '../../shared/protocol/types.ts';
import type { DeviceKind } from '../media/deviceChoice.ts';
import type { PreferredSize } from '../media/preferences.ts';
import type { Layout } from './layout/layout.ts';
import type { CaptionLine } from './words.ts';

export type MeetingCommand =
  | { readonly do: 'join'; readonly camera: boolean; readonly beside: readonly Helper[] }
  /** Who sits beside me from now on. */
  | { readonly do: 'beside'; readonly beside: readonly Helper[] }
  | {
      readonly do:
        'takeOver' | 'restart' | 'leave' | 'end' | 'playSound' | 'testSound' | 'loadPlan' | 'dismiss' | 'besideSeen';
    }
  | { readonly do: 'takeOver' | 'restart' | 'leave' | 'end' | 'playSound' | 'testSound' | 'loadPlan' | 'dismiss' }
  | { readonly do: 'showUnblurred' }
  | { readonly do: 'microphone' | 'camera' | 'screen' | 'hand' | 'lock' | 'follow'; readonly on: boolean }
  | { readonly do: 'admitAll' | 'answerRing' }
  | { readonly do: 'chat'; readonly on: boolean }
  | { readonly do: 'say' | 'secret'; readonly text: string }
  | { readonly do: 'captioner'; readonly participantId: string; readonly on: boolean }
  | { readonly do: 'caption'; readonly line: CaptionLine; readonly text: string; readonly isDone: boolean }
  | { readonly do: 'putBack' | 'remove' | 'pin'; readonly participantId: string }
  | { readonly do: 'setPhase'; readonly phase: Phase }
  | { readonly do: 'goTo'; readonly pointId: string | null }
  | { readonly do: 'tick'; readonly pointId: string; readonly ticked: boolean; readonly closing: Closing | null }
  | { readonly do: 'layout'; readonly change: Partial<Layout> }
  | { readonly do: 'restoreMicrophone' }
  | { readonly do: 'aboutLine'; readonly on: boolean }
  | { readonly do: 'noiseSuppression'; readonly on: boolean }
  | { readonly do: 'noiseSuppression' | 'blur'; readonly on: boolean }
  | { readonly do: 'choose'; readonly kind: DeviceKind; readonly deviceId: string }
  | { readonly do: 'admit' | 'decline' | 'confirm'; readonly participantId: string }
  /** Somebody else's picture has come. Not a person's wish, but it travels the same way. */
  | { readonly do: 'seen' }
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
