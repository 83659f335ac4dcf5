import { expect, test } from 'vitest';
import { nb } from '../../../client/i18n/nb/index.ts';
import type { MeetingCommand } from '../../../client/meeting/command.ts';
import { outcomeOf } from '../../../client/meeting/outcome.ts';
import { errorCodeSchema } from '../../../shared/protocol/errors.ts';

type State = Parameters<typeof outcomeOf>[0]['state'];

/** What is shown, and what each of its buttons asks for. */
function shown(state: State, home: string | null = '/') {
  const asked: MeetingCommand['do'][] = [];
  const { actions = [], ...message } = outcomeOf({
    state,
    home,
    record: null,
    obey: (command) => asked.push(command.do),
  });
  for (const { press } of actions) press();
  return { ...message, labels: actions.map(({ label }) => label), asked };
}

test('M5: a second page asks before it takes over, and does nothing of the two before one is pressed', () => {
  const { yes, no, heading } = nb.meeting.takeOverAsk;
  expect(shown({ name: 'takeOverAsk' })).toMatchObject({ heading, labels: [yes, no], asked: ['takeOver', 'leave'] });
});

test('M5: a page that was taken over says so and can ask again', () => {
  expect(shown({ name: 'takenOver' })).toMatchObject({ heading: nb.meeting.takenOver.heading, asked: ['restart'] });
});

test('M6: a meeting that has ended offers no way back into it', () => {
  expect(shown({ name: 'ended' })).toMatchObject({ heading: nb.meeting.ended.heading, labels: [], asked: [] });
});

test('M7: a full meeting says so and can be tried again', () => {
  expect(shown({ name: 'failed', code: 'meeting-full' })).toMatchObject({
    heading: nb.meeting.failed.full,
    text: nb.shared.errors['meeting-full'],
    asked: ['restart'],
  });
});

test('one who left or was not let in can try again', () => {
  expect(shown({ name: 'left' })).toMatchObject({ heading: nb.meeting.left.heading, asked: ['restart'] });
  expect(shown({ name: 'declined' })).toMatchObject({ heading: nb.meeting.declined.heading, asked: ['restart'] });
});

test('every failure is told in its own words, and those that time does not mend offer no new try', () => {
  const hopeless = errorCodeSchema.options.filter((code) => {
    const { text, asked } = shown({ name: 'failed', code });
    expect(text).toBe(nb.shared.errors[code]);
    return asked.length === 0;
  });
  expect(hopeless.sort()).toEqual(['not-found', 'not-signed-in']);
});

test('a guest, who has no front page, is shown no way to it', () => {
  const states: State[] = [{ name: 'left' }, { name: 'ended' }, { name: 'failed', code: 'not-found' }];
  for (const state of states) {
    expect(shown(state).link).toEqual({ label: nb.meeting.home, path: '/' });
    expect(shown(state, null).link).toBeUndefined();
  }
});
