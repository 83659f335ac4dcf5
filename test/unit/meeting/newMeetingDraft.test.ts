import { expect, test } from 'vitest';
import { localInputValue } from '../../../client/app/dates.ts';
import { gpsLeftOut, meetingOf, problemOf, type NewMeetingDraft } from '../../../client/components/newMeetingDraft.ts';
import type { MemberInfo } from '../../../shared/protocol/types.ts';

const now = new Date(2026, 10, 23, 14, 5, 30).getTime();
const later: NewMeetingDraft = {
  kind: 'care-team',
  when: 'later',
  localTime: '2026-11-23T15:00',
  invited: new Set(['kari']),
  agenda: [],
  professionalsFirst: false,
  keepChat: false,
  linkCode: false,
  endToEnd: false,
  externalVideo: '',
  helpers: [],
  everyWeeks: 0,
  times: 4,
};

function member(personId: string, role: MemberInfo['role']): MemberInfo {
  return { personId, name: personId, role, organisation: '' };
}

test('a meeting needs somebody to meet', () => {
  expect(problemOf({ ...later, invited: new Set() }, now)).toBe('nobody-invited');
  expect(problemOf({ ...later, when: 'now', invited: new Set() }, now)).toBe('nobody-invited');
  expect(problemOf(later, now)).toBeNull();
});

test('a later meeting needs a time that is to come, and that is told first', () => {
  expect(problemOf({ ...later, localTime: '', invited: new Set() }, now)).toBe('no-time');
  expect(problemOf({ ...later, localTime: '2026-11-23T14:04', invited: new Set() }, now)).toBe('time-passed');
  expect(problemOf({ ...later, localTime: '2026-11-23T14:06' }, now)).toBeNull();
});

test('the minute that has begun can still be chosen: it is the earliest that the field offers', () => {
  expect(problemOf({ ...later, localTime: localInputValue(new Date(now)) }, now)).toBeNull();
});

test('a meeting that begins now needs no time, whatever was filled in before', () => {
  expect(problemOf({ ...later, when: 'now', localTime: '1999-01-01T00:00' }, now)).toBeNull();
  expect(meetingOf({ ...later, when: 'now', everyWeeks: 2 }, [])).toEqual({
    kind: 'care-team',
    startsAt: null,
    invited: ['kari'],
    terms: {
      withPatient: false,
      professionalsFirst: false,
      agenda: [],
      keepChat: false,
      linkCode: false,
      endToEnd: false,
      externalVideo: null,
      helpers: [],
    },
    repeats: undefined,
  });
});

test('the time is local where it is filled in and UTC where it is sent', () => {
  expect(meetingOf(later, []).startsAt).toBe(new Date(2026, 10, 23, 15, 0).toISOString());
});

test('a GP who is left out is asked about, and one of several is enough', () => {
  const [gp, other, nurse] = [member('gp', 'gp'), member('other', 'gp'), member('kari', 'cancer-nurse')];
  expect(gpsLeftOut(later, [gp, other, nurse])).toEqual([gp, other]);
  expect(gpsLeftOut({ ...later, invited: new Set(['other']) }, [gp, other, nurse])).toEqual([]);
  expect(gpsLeftOut(later, [nurse])).toEqual([]);
});

test('a meeting is with the patient where the patient is invited, and about the patient otherwise', () => {
  const team = [member('ola', 'patient'), member('kari', 'cancer-nurse')];
  expect(meetingOf(later, team).terms.withPatient).toBe(false);
  expect(meetingOf({ ...later, invited: new Set(['ola', 'kari']) }, team).terms.withPatient).toBe(true);
  expect(meetingOf({ ...later, everyWeeks: 2 }, team).repeats).toEqual({ everyWeeks: 2, times: 4 });
});

test('video at another place is at one of the two services, by HTTPS', () => {
  const at = (externalVideo: string) => problemOf({ ...later, externalVideo }, now);
  for (const address of ['https://join.nhn.no/mote/123', 'https://team.whereby.com/rom', ' https://whereby.com/rom '])
    expect([address, at(address)]).toEqual([address, null]);
  for (const address of [
    'http://join.nhn.no/mote',
    'https://join.nhn.no.evil.example/',
    'https://evil.example/join.nhn.no',
    'https://join.nhn.no@evil.example/',
    'javascript:alert(1)',
    'join.nhn.no',
  ])
    expect([address, at(address)]).toEqual([address, 'no-video']);
});
