/** Admissions and discharges over REST: who may, what is remembered, and the tasks that they become. */
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { rowsOf } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { readSource } from '../../../shared/careplan/taskSource.ts';
import { checkPoints } from '../../../shared/careplan/transition.ts';
import { rowsView, tasksOf, type Task } from '../../../shared/careplan/view.ts';
import { newId } from '../../../shared/domain/ids.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { StockClient } from '../../support/stockClient.ts';

let server: RunningApp;
let coordinator: Person;
let planId: string;

beforeEach(async () => {
  server = await startApp();
  coordinator = await server.signIn('Kari Nymoen');
  planId = await coordinator.planOf('Harald Solbakken');
});

afterEach(async () => {
  await server.stop();
  await server.remove();
});

const discharge = (id = newId()) => ({
  id,
  kind: 'discharged' as const,
  at: '2026-03-02T11:00:00.000Z',
  place: 'Sykehuset, kreftavdelingen',
  seriouslyIll: true,
});

async function started(): Promise<string> {
  const { transition } = await coordinator.call('startTransition', { planId }, discharge());
  return transition.id;
}

/** The tasks that came from a transition, as a live reader of the section sees them. */
async function tasksFrom(transitionId: string): Promise<Task[]> {
  const reader = await new StockClient({ person: coordinator, planId, sectionId: 'tasks' }).open();
  const tasks = tasksOf(rowsView(reader.doc, listPart('tasks')));
  reader.close();
  return tasks.filter(({ source }) => {
    const from = readSource(source);
    return from?.kind === 'transition' && from.transitionId === transitionId;
  });
}

function recorded(action: string): { outcome: string; detail?: string }[] {
  const file = new DatabaseSync(join(server.dataDirectory, 'samrad.sqlite'));
  const rows = file.prepare('select body from audit order by sequence').all() as { body: string }[];
  file.close();
  return rows
    .map(({ body }) => JSON.parse(body) as { action: string; outcome: string; detail?: string })
    .filter((record) => record.action === action);
}

test('T1: each point that is not ticked becomes a task once, however often and by whomever it is asked for', async () => {
  const transitionId = await started();
  await coordinator.call('tickPoint', { planId, transitionId, point: 'transport' }, { ticked: true });
  const gp = await server.signIn('Anne Lindqvist');
  const ask = (person: Person) => person.call('makeTransitionTasks', { planId, transitionId }, { language: 'nb' });
  await Promise.all([ask(coordinator), ask(gp), ask(coordinator)]);
  const again = await ask(gp);
  expect(again.made).toBe(0);
  expect(again.transition.points.filter(({ task }) => task).map(({ id }) => id)).toEqual(
    checkPoints.filter((point) => point !== 'transport'),
  );
  const tasks = await tasksFrom(transitionId);
  expect(tasks).toHaveLength(checkPoints.length - 1);
  expect(tasks.find(({ kind }) => kind === 'gp-appointment')).toMatchObject({
    owner: 'home-care',
    what: 'Bestille time hos fastlegen',
    status: 'open',
  });
});

test('T1: a task that was made of a point and removed since is not made again', async () => {
  const transitionId = await started();
  const ask = () => coordinator.call('makeTransitionTasks', { planId, transitionId }, { language: 'nn' });
  expect((await ask()).made).toBe(checkPoints.length);
  const [first] = await tasksFrom(transitionId);
  const writer = await new StockClient({ person: coordinator, planId, sectionId: 'tasks' }).open();
  rowsOf(writer.doc).delete(first!.id);
  await writer.durable();
  writer.close();
  expect((await ask()).made).toBe(0);
  expect(await tasksFrom(transitionId)).toHaveLength(checkPoints.length - 1);
});

test('T2: a transition that is sent twice is recorded once, and a tick keeps who gave it first', async () => {
  const body = discharge();
  await coordinator.call('startTransition', { planId }, body);
  await coordinator.call('startTransition', { planId }, { ...body, place: 'et annet sted' });
  const target = { planId, transitionId: body.id, point: 'letter' } as const;
  await coordinator.call('tickPoint', target, { ticked: true });
  const gp = await server.signIn('Anne Lindqvist');
  await gp.call('tickPoint', target, { ticked: true });
  const { transitions, mayAct } = await gp.call('transitions', { planId }, {});
  expect(mayAct).toBe(true);
  expect(transitions).toMatchObject([{ id: body.id, place: body.place, recorded: { name: 'Kari Nymoen' } }]);
  expect(transitions[0]?.points[0]).toMatchObject({
    id: 'letter',
    ticked: { name: 'Kari Nymoen', role: 'coordinator' },
  });
  const { transition } = await gp.call('tickPoint', target, { ticked: false });
  expect(transition.points[0]?.ticked).toBe(null);
});

test('T2: the contact doctor’s call is kept with who rang, when, and who wrote it down', async () => {
  const transitionId = await started();
  const at = '2026-03-02T14:30:00.000Z';
  const { transition } = await coordinator.call('recordCall', { planId, transitionId }, { who: 'Jonas Haugland', at });
  expect(transition.call).toMatchObject({ who: 'Jonas Haugland', at, recorded: { name: 'Kari Nymoen' } });
});

test('T2: patient and relatives who may read the tasks read transitions and can’t change them', async () => {
  const transitionId = await started();
  for (const name of ['Harald Solbakken', 'Inger Solbakken', 'Lina Strand']) {
    const reader = await server.signIn(name);
    expect(await reader.call('transitions', { planId }, {})).toMatchObject({ mayAct: false });
    const target = { planId, transitionId, point: 'letter' } as const;
    await expect(reader.call('tickPoint', target, { ticked: true })).rejects.toThrow('not-found');
    await expect(reader.call('startTransition', { planId }, discharge())).rejects.toThrow('not-found');
    await expect(reader.call('makeTransitionTasks', { planId, transitionId }, { language: 'nb' })).rejects.toThrow(
      'not-found',
    );
  }
  expect(await tasksFrom(transitionId)).toEqual([]);
  for (const name of ['Marte Solbakken', 'Bjørn Aasen', 'Tor Eide']) {
    const person = await server.signIn(name);
    await expect(person.call('transitions', { planId }, {})).rejects.toThrow('not-found');
  }
});

test('A1: a transition of another plan can’t be reached through mine', async () => {
  const transitionId = await started();
  const other = await coordinator.planOf('Ruth Iversen');
  const homeCare = await server.signIn('Tor Eide');
  const target = { planId: other, transitionId, point: 'letter' } as const;
  await expect(homeCare.call('tickPoint', target, { ticked: true })).rejects.toThrow('not-found');
  await expect(homeCare.call('startTransition', { planId: other }, discharge(transitionId))).rejects.toThrow(
    'not-found',
  );
});

test('A2: each reading, tick, call and making of tasks is recorded once, refusals too', async () => {
  const transitionId = await started();
  await coordinator.call('transitions', { planId }, {});
  await coordinator.call('tickPoint', { planId, transitionId, point: 'letter' }, { ticked: true });
  await coordinator.call(
    'recordCall',
    { planId, transitionId },
    { who: 'Jonas Haugland', at: '2026-03-02T14:30:00.000Z' },
  );
  await coordinator.call('makeTransitionTasks', { planId, transitionId }, { language: 'nb' });
  await coordinator.call('makeTransitionTasks', { planId, transitionId }, { language: 'nb' });
  const patient = await server.signIn('Harald Solbakken');
  await patient.call('startTransition', { planId }, discharge()).catch(() => undefined);
  const outcomes = (action: string) => recorded(action).map(({ outcome }) => outcome);
  expect(outcomes('transition:start')).toEqual(['done', 'refused']);
  expect(outcomes('transition:read')).toEqual(['done']);
  expect(recorded('transition:tick')).toMatchObject([{ outcome: 'done', detail: 'letter' }]);
  expect(outcomes('transition:call')).toEqual(['done']);
  expect(outcomes('transition:make-tasks')).toEqual(['done', 'done']);
});
