/** One person's tasks over all their patients. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addRow } from '../../../shared/careplan/document.ts';
import { listPart } from '../../../shared/careplan/sections.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import type { Person } from '../../support/person.ts';
import { StockClient } from '../../support/stockClient.ts';

let server: RunningApp;
let coordinator: Person;

beforeAll(async () => {
  server = await startApp();
  coordinator = await server.signIn('Kari Nymoen');
});

afterAll(async () => {
  await server.stop();
  await server.remove();
});

/** Writes a task into a plan of the coordinator's; answers its id. */
async function write(patientName: string, values: Record<string, string>): Promise<string> {
  const planId = await coordinator.planOf(patientName);
  const writer = await new StockClient({ person: coordinator, planId, sectionId: 'tasks' }).open();
  const id = addRow(writer.doc, listPart('tasks'), values);
  await writer.durable();
  writer.close();
  return id;
}

async function wordsOf(person: Person): Promise<string[]> {
  const { patients } = await person.call('myTasks', {}, {});
  return patients.flatMap(({ patientName, tasks }) => tasks.map(({ what }) => `${patientName}: ${what}`));
}

test('T3: my tasks are those that name me, and those that name my role in that team', async () => {
  await write('Harald Solbakken', { what: 'for hjemmetjenesten', owner: 'home-care' });
  await write('Ruth Iversen', { what: 'for Rut sin hjemmetjeneste', owner: 'home-care' });
  const gp = await server.signIn('Anne Lindqvist');
  await write('Ruth Iversen', { what: 'for Anne', owner: gp.personId });
  const [nurse, secondNurse] = await Promise.all([server.signIn('Fatima Yilmaz'), server.signIn('Tor Eide')]);
  expect(await wordsOf(nurse)).toContain('Harald Solbakken: for hjemmetjenesten');
  expect(await wordsOf(nurse)).not.toContain('Ruth Iversen: for Rut sin hjemmetjeneste');
  expect(await wordsOf(secondNurse)).toContain('Ruth Iversen: for Rut sin hjemmetjeneste');
  expect((await wordsOf(secondNurse)).filter((words) => words.startsWith('Harald'))).toEqual([]);
  expect(await wordsOf(gp)).toContain('Ruth Iversen: for Anne');
  expect(await wordsOf(gp)).not.toContain('Harald Solbakken: for hjemmetjenesten');
});

test('T3: one who owns a task by role answers for it; one who does not finds nothing', async () => {
  const taskId = await write('Harald Solbakken', { what: 'ring apoteket', owner: 'home-care' });
  const planId = await coordinator.planOf('Harald Solbakken');
  const [nurse, daughter] = await Promise.all([server.signIn('Fatima Yilmaz'), server.signIn('Marte Solbakken')]);
  await expect(daughter.call('setOwnTaskStatus', { planId, taskId }, { status: 'done' })).rejects.toThrow('not-found');
  await nurse.call('setOwnTaskStatus', { planId, taskId }, { status: 'done' });
  const { patients } = await nurse.call('myTasks', {}, {});
  expect(patients.flatMap(({ tasks }) => tasks).find(({ id }) => id === taskId)?.status).toBe('done');
});

test('T3: only what is open and past its deadline counts as late', async () => {
  const nurse = await server.signIn('Fatima Yilmaz');
  const before = (await nurse.call('lateTasks', {}, {})).late;
  const taskId = await write('Harald Solbakken', { what: 'sent', owner: nurse.personId, deadline: '2026-01-05' });
  await write('Harald Solbakken', { what: 'gjort', owner: nurse.personId, deadline: '2026-01-05', status: 'done' });
  await write('Harald Solbakken', { what: 'siden', owner: nurse.personId, deadline: '2199-01-05' });
  expect((await nurse.call('lateTasks', {}, {})).late).toBe(before + 1);
  const planId = await coordinator.planOf('Harald Solbakken');
  await nurse.call('setOwnTaskStatus', { planId, taskId }, { status: 'dropped' });
  expect((await nurse.call('lateTasks', {}, {})).late).toBe(before);
});
