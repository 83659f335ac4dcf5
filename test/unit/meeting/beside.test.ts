/** Who sits beside somebody: the answer while it is written, and what is said when it changes. */
import { expect, test } from 'vitest';
import { nb } from '../../../client/i18n/nb/index.ts';
import { announcements } from '../../../client/meeting/announcements.ts';
import { besideDraft, besideOf, cut, mayAdd, tick, write } from '../../../client/meeting/beside/besideDraft.ts';
import { BesideKeeper } from '../../../client/meeting/beside/besideKeeper.ts';
import { besideLine } from '../../../client/meeting/beside/besideWords.ts';
import { meetingOf, problemOf, type NewMeetingDraft } from '../../../client/components/newMeetingDraft.ts';
import { inLobby, inRoom, knock, meetingInfo, participant, room, terms } from './room.ts';

const nora = { name: 'Nora', relation: 'hjemmesykepleier' };
const emil = { name: 'Emil', relation: 'barnebarn' };
const say = nb.beside;
const alone = participant({ id: 'harald', name: 'Harald' });
const helped = { ...alone, beside: [nora] };
const noras = 'Nora (hjemmesykepleier)';

test('M17: who was noted is not there until the person says so', () => {
  const draft = besideDraft([nora], []);
  expect(besideOf(draft)).toEqual([]);
  expect(besideOf(tick(draft, 0))).toEqual([nora]);
  expect(besideOf(tick(tick(draft, 0), 0))).toEqual([]);
  expect(besideOf(besideDraft([nora], [nora, emil]))).toEqual([nora, emil]);
});

test('M17: two at the most; who is written gives way to one who is ticked', () => {
  const two = write(write(besideDraft([nora], []), 0, emil), 1, { name: 'Ida', relation: 'nabo' });
  expect(mayAdd(two)).toBe(false);
  expect(besideOf(tick(two, 0))).toEqual([nora, emil]);
  expect(mayAdd(besideDraft([], []))).toBe(true);
  expect(besideOf(cut(two, 1))).toEqual([emil]);
});

test('M17: somebody who is written by half is no answer', () => {
  const half = write(besideDraft([], []), 0, { name: ' Emil ' });
  expect(besideOf(half)).toBeNull();
  expect(besideOf(write(half, 0, { relation: '  ' }))).toBeNull();
  expect(besideOf(write(half, 0, { relation: 'barnebarn ' }))).toEqual([emil]);
});

test('M17: what is said of a helper says that nobody has confirmed who it is', () => {
  expect(besideLine([])).toBeNull();
  expect(besideLine([nora])).toBe('sammen med Nora (hjemmesykepleier), ikke bekreftet identitet');
  expect(besideLine([nora, emil])).toContain('Nora (hjemmesykepleier) og Emil (barnebarn)');
});

test('M17: a screen reader is told of a new person beside somebody, and when they have gone', () => {
  const [before, after] = [inRoom(room([alone])), inRoom(room([helped]))];
  expect(announcements(before, after, nb)).toEqual([say.news(noras, 'Harald')]);
  expect(announcements(after, inRoom(room([{ ...helped, hand: null }].map(({ hand: _, ...one }) => one))), nb)).toEqual(
    [],
  );
  expect(announcements(after, before, nb)).toEqual([say.gone(noras, 'Harald')]);
  expect(announcements(after, inRoom(room([])), nb)).toEqual([nb.meeting.announce.went('Harald')]);
});

test('M17: one who comes in, or whose line was down, is told who sits beside the others', () => {
  const there = say.there(noras, 'Harald');
  const lobby = { name: 'lobby', lobby: inLobby, connection: 'live' } as const;
  expect(announcements(lobby, inRoom(room([helped])), nb)).toEqual([nb.meeting.announce.admitted, there]);
  expect(announcements({ name: 'joining', takeOver: false }, inRoom(room([helped])), nb)).toEqual([there]);
  const lost = inRoom(room([alone]), 'reconnecting');
  expect(announcements(lost, inRoom(room([helped])), nb)).toEqual([
    nb.meeting.announce.live,
    say.news(noras, 'Harald'),
  ]);
  const known = inRoom(room([helped]), 'reconnecting');
  const again = inRoom(room([{ ...helped, id: 'another place' }]));
  expect(announcements(known, again, nb)).toEqual([nb.meeting.announce.live]);
});

test('M17: a knock says who sits beside the one who knocks', () => {
  const lobby = [knock({ id: 'per', name: 'Per', role: 'relative', beside: [emil] })];
  expect(announcements(inRoom(room([])), inRoom(room([], { lobby })), nb)).toEqual([
    nb.meeting.announce.knocked('Per', nb.shared.roles.relative),
    say.there('Emil (barnebarn)', 'Per'),
  ]);
});

test('M17: who came beside somebody is news until it is seen or they have gone; my own helper is none', () => {
  const keeper = new BesideKeeper();
  const before = inRoom(room([alone]));
  const after = inRoom(room([helped]));
  keeper.stateChanged(before, after);
  const another = inRoom(room([helped]));
  keeper.stateChanged(after, another);
  expect(keeper.view.news).toMatchObject([{ name: 'Harald', helper: nora }]);
  keeper.stateChanged(another, before);
  expect(keeper.view.news).toEqual([]);
  keeper.stateChanged(before, after);
  keeper.seen();
  expect(keeper.view.news).toEqual([]);
  const mine = inRoom(room([alone], { participants: [participant({ id: 'me', beside: [emil] }), alone] }));
  keeper.stateChanged(before, mine);
  expect(keeper.view.news).toEqual([]);
});

test('M17: whom the convener noted beside others is not asked me about', () => {
  const keeper = new BesideKeeper();
  const helpers = [
    { personId: 'me', ...nora },
    { personId: 'per', ...emil },
  ];
  keeper.agreed({ ...meetingInfo, terms: { ...terms, helpers } }, 'me');
  expect(keeper.view.noted).toEqual([nora]);
});

test('M17: a helper is agreed with name and relation, of one who is invited', () => {
  const draft: NewMeetingDraft = {
    kind: 'care-team',
    when: 'now',
    localTime: '',
    invited: new Set(['harald']),
    agenda: [],
    professionalsFirst: false,
    keepChat: false,
    linkCode: false,
    endToEnd: false,
    externalVideo: '',
    helpers: [
      { personId: 'harald', name: ' Nora ', relation: 'hjemmesykepleier' },
      { personId: 'somebody', name: 'Ida', relation: '' },
    ],
    everyWeeks: 0,
    times: 4,
  };
  expect(problemOf(draft, 0)).toBeNull();
  expect(meetingOf(draft, []).terms.helpers).toEqual([{ personId: 'harald', ...nora }]);
  const half = { ...draft, helpers: [{ personId: 'harald', name: '', relation: 'nabo' }] };
  expect(problemOf(half, 0)).toBe('half-helper');
});
