/** The templates of a plan over REST: who begins them, who declines, what is remembered of the talks. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';

let server: RunningApp;
let coordinator: Person;
let patient: Person;
let planId: string;

beforeAll(async () => {
  server = await startApp();
  coordinator = await server.signIn('Kari Nymoen');
  patient = await server.signIn('Harald Solbakken');
  planId = await coordinator.planOf('Harald Solbakken');
});

afterAll(async () => {
  await server.stop();
  await server.remove();
});

test('T4: the patient declines pakkeforløp hjem and is asked again on a date; talks held before are kept', async () => {
  const template = { planId, template: 'home-pathway' } as const;
  await coordinator.call('setTemplate', template, { state: 'active' });
  await coordinator.call('setTalk', { ...template, talk: 'first' }, { heldOn: '2026-02-03' });
  await coordinator.call('tickTopic', { ...template, talk: 'first', topic: 'nutrition' }, { ticked: true });
  await patient.call('setTemplate', template, { state: 'declined', askAgainOn: '2027-01-15' });
  const { uses, mayChange, mayDecline } = await patient.call('templates', { planId }, {});
  expect({ mayChange, mayDecline }).toEqual({ mayChange: false, mayDecline: true });
  expect(uses).toMatchObject([
    {
      template: 'home-pathway',
      state: 'declined',
      askAgainOn: '2027-01-15',
      decided: { name: 'Harald Solbakken', role: 'patient' },
      talks: [{ talk: 'first', heldOn: '2026-02-03', recorded: { name: 'Kari Nymoen' } }],
      topics: [{ talk: 'first', topic: 'nutrition' }],
    },
  ]);
});

test('T4: the patient can decline nothing else, and begins no template', async () => {
  await expect(
    patient.call('setTemplate', { planId, template: 'palliative' }, { state: 'declined', askAgainOn: '' }),
  ).rejects.toThrow('not-found');
  await expect(
    patient.call('setTemplate', { planId, template: 'individual-plan' }, { state: 'active' }),
  ).rejects.toThrow('not-found');
});

test('T4: who may not read how the plan is evaluated finds no templates', async () => {
  for (const name of ['Inger Solbakken', 'Bjørn Aasen', 'Tor Eide']) {
    const person = await server.signIn(name);
    await expect(person.call('templates', { planId }, {})).rejects.toThrow('not-found');
  }
});

test('H5: a talk or a topic that the template does not have is refused', async () => {
  const topic = { planId, template: 'home-pathway', talk: 'first', topic: 'no-such' } as const;
  await expect(coordinator.call('tickTopic', topic, { ticked: true })).rejects.toThrow('not-found');
  const talk = { planId, template: 'palliative', talk: 'third' } as const;
  await expect(coordinator.call('setTalk', talk, { heldOn: '2026-02-03' })).rejects.toThrow('not-found');
});
