/** What only administrators do, asked for by everybody else. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../../../shared/domain/ids.ts';
import type { RouteBody, RouteName, RouteParams } from '../../../shared/protocol/rest.ts';
import { routePolicy } from '../../../shared/protocol/routePolicy.ts';
import { startApp, type RunningApp } from '../../support/app.ts';
import { AuditTail } from '../../support/auditTail.ts';
import { Person } from '../../support/person.ts';

let server: RunningApp;
let tail: AuditTail;

beforeAll(async () => {
  server = await startApp({ passkeys: true });
  tail = new AuditTail(server);
});

afterAll(async () => {
  tail.close();
  await server.stop();
  await server.remove();
});

type StaffRoute =
  | 'areas'
  | 'addArea'
  | 'setAreaValue'
  | 'putOrganisation'
  | 'endOrganisation'
  | 'staff'
  | 'unusualAccess'
  | 'inviteStaff'
  | 'inviteStaffAgain'
  | 'endStaff';
type Asked = { readonly [Name in StaffRoute]: { params: RouteParams<Name>; body: RouteBody<Name> } };
const asked: Asked = {
  staff: { params: {}, body: {} },
  unusualAccess: { params: { days: '30' }, body: {} },
  inviteStaff: { params: {}, body: { name: 'Siri', organisation: 'Legesenteret', professionId: null } },
  inviteStaffAgain: { params: { personId: newId() }, body: {} },
  endStaff: { params: { personId: newId() }, body: {} },
  areas: { params: {}, body: {} },
  addArea: { params: {}, body: { municipality: 'Oslo', district: '' } },
  setAreaValue: { params: {}, body: { municipality: 'Oslo', district: '', name: 'answerDays', value: 2, source: '' } },
  putOrganisation: { params: {}, body: { name: 'Legesenteret', number: null } },
  endOrganisation: { params: {}, body: { name: 'Legesenteret' } },
};
const names = Object.keys(asked) as StaffRoute[];

test('A1: these are all that only administrators do', () => {
  const all = (Object.keys(routePolicy) as RouteName[]).filter(
    (name) => routePolicy[name].who.kind === 'administrator',
  );
  expect(all.toSorted()).toEqual(names.toSorted());
});

describe.each(names)('%s', (name) => {
  test('I5: is refused to whoever does not administrate, as if there were nothing, and recorded', async () => {
    for (const who of ['Kari Nymoen', 'Harald Solbakken', 'Inger Solbakken']) {
      const person = await server.signIn(who);
      tail.take();
      await expect(person.call(name, asked[name].params, asked[name].body)).rejects.toMatchObject({
        code: 'not-found',
      });
      expect(tail.take()).toMatchObject([{ action: routePolicy[name].record, outcome: 'refused' }]);
    }
    const nobody = new Person(server.url);
    await expect(nobody.call(name, asked[name].params, asked[name].body)).rejects.toMatchObject({
      code: 'not-signed-in',
    });
  });
});
