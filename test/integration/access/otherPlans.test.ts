/** Ids of one plan asked for in another, by somebody who is in both teams: nothing of the one is reached through the other. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { routes } from '../../../shared/protocol/rest.ts';
import { SamradError } from '../../../shared/protocol/errors.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { targets, type PlanRoute, type World } from '../../support/policyTargets.ts';

let server: RunningApp;
let coordinator: Person;
/** The plan in which is asked, and the one that the things asked for belong to. */
let here: string;
let there: World;

beforeAll(async () => {
  server = await startApp();
  coordinator = await server.signIn('Kari Nymoen');
  const gp = await server.signIn('Anne Lindqvist');
  const [patient, relative] = [await server.signIn('Ruth Iversen'), await server.signIn('Henrik Iversen')];
  here = await coordinator.planOf('Harald Solbakken');
  there = { planId: await coordinator.planOf('Ruth Iversen'), meetingId: '', gp, patient, relative };
});

afterAll(async () => {
  await server.stop();
  await server.remove();
});

const names = Object.keys(targets) as PlanRoute[];
/** Routes that name something in a plan, by the address or by the ids in the body. Sections are the same in every plan. */
const pointing = names.filter(
  (name) =>
    routes[name].path.includes(':planId') &&
    (/:(?!planId|meetingId|sectionId)\w+Id\b/.test(routes[name].path) || name === 'withdrawConsents'),
);
/** A section says of a row only whether it has it: nothing. */
const refusing = pointing.filter((name) => name !== 'rowHistory');

test('A1: there are routes that name something in a plan', () => {
  expect(refusing.length).toBeGreaterThan(10);
});

test.each(refusing)('A1: %s finds nothing of another plan', async (name) => {
  const { params, body } = await targets[name](there);
  const asked = coordinator.call(name, { ...params, planId: here }, body);
  await expect(asked).rejects.toEqual(new SamradError('not-found'));
});

test('A1: the history of a row of another plan is empty', async () => {
  const { params, body } = await targets.rowHistory(there);
  const { entries } = await coordinator.call('rowHistory', params, body);
  expect(entries).not.toEqual([]);
  expect(await coordinator.call('rowHistory', { ...params, planId: here }, body)).toEqual({ entries: [], people: [] });
});

test('A1: somebody of another team can be invited to no meeting, and nothing be opened for them', async () => {
  const { relative } = there;
  const body = { kind: 'care-team', startsAt: null, invited: [relative.personId] } as const;
  const { meeting } = await coordinator.call(
    'createMeeting',
    { planId: here },
    { ...body, invited: [...body.invited] },
  );
  const { invitations } = await coordinator.call('createLinks', { meetingId: meeting.id }, {});
  expect(invitations).toEqual([]);
  await expect(relative.call('meeting', { meetingId: meeting.id }, {})).rejects.toThrow('not-found');
  const recorded = { gaveBy: 'Harald Solbakken', how: 'oral' } as const;
  const opening = {
    personId: relative.personId,
    sectionIds: ['daily-life' as const],
    from: null,
    until: null,
    recorded,
  };
  await expect(coordinator.call('giveConsent', { planId: here }, opening)).rejects.toThrow('bad-request');
});
