/** What is said, and what one can do, where one is not, or no longer, on the way into the room. */
import { texts } from '../i18n/texts.ts';
import type { MeetingCommand } from './command.ts';
import type { Message, MessageAction } from './components/messageView.ts';
import type { MeetingState } from './state.ts';

type Outside = Exclude<MeetingState, { name: 'loading' | 'deviceCheck' | 'joining' | 'lobby' | 'inRoom' }>;

interface Outcome {
  readonly state: Outside;
  /** Path of the front page; null for those who have none. */
  readonly home: string | null;
  /** Path of what is left of the meeting; null for those who see none of it. */
  readonly record: string | null;
  readonly obey: (command: MeetingCommand) => void;
}

/** The message for a state. */
export function outcomeOf({ state, home, record, obey }: Outcome): Message {
  const words = texts().meeting;
  const again = (label: string): MessageAction => ({ label, press: () => obey({ do: 'restart' }) });
  const link = home === null ? undefined : { label: words.home, path: home };
  switch (state.name) {
    case 'takeOverAsk': {
      const { heading, text, yes, no } = words.takeOverAsk;
      const answers = [
        { label: yes, press: () => obey({ do: 'takeOver' }) },
        { label: no, press: () => obey({ do: 'leave' }) },
      ];
      return { heading, text, actions: answers };
    }
    case 'takenOver':
      return { ...words.takenOver, actions: [again(words.takenOver.again)] };
    case 'declined':
      return { ...words.declined, actions: [again(words.declined.again)] };
    case 'removed':
      return { ...texts().hosting.removed, link };
    case 'left':
      return { ...words.left, actions: [again(words.left.again)], link };
    case 'ended':
      return { ...words.ended, link: record === null ? link : { label: texts().minutes.list.record, path: record } };
    case 'failed': {
      const text = texts().shared.errors[state.code];
      if (state.code === 'not-found' || state.code === 'not-signed-in')
        return { heading: words.failed.heading, text, link };
      const heading = state.code === 'meeting-full' ? words.failed.full : words.failed.heading;
      return { heading, text, actions: [again(words.failed.again)], link };
    }
  }
}
