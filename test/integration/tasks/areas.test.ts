/** Where a plan belongs: the coordinator says it, and the values of that area hold from then on. */
import { expect, test } from 'vitest';
import { startApp } from '../../support/app.ts';
import { AuditTail } from '../../support/auditTail.ts';
import { atDatabase } from '../versions/versionsOf.ts';

test('T6: the coordinator says where the plan belongs, and the values of that area hold for it from then on', async () => {
  const server = await startApp();
  const tail = new AuditTail(server);
  try {
    const coordinator = await server.signIn('Kari Nymoen');
    const planId = await coordinator.planOf('Harald Solbakken');
    atDatabase(server, (database) => {
      database.exec(`insert into area values ('Lillevik', '');
        insert into rule_setting values ('Lillevik', '', 'answerDays', '5', 'Kommunestyret', '2026-11-01')`);
    });
    const before = await coordinator.call('findings', { planId }, {});
    expect(before.settings.answerDays).toBe(3);
    const known = await coordinator.call('planArea', { planId }, {});
    expect(known).toMatchObject({ mayPlace: true, area: { municipality: 'Oslo' } });
    expect(known.areas).toContainEqual({ municipality: 'Lillevik', district: '' });

    tail.take();
    const nowhere = { municipality: 'Ingensteds', district: '' };
    await expect(coordinator.call('placePlan', { planId }, nowhere)).rejects.toMatchObject({ code: 'bad-request' });
    const placing = tail.take().filter(({ action }) => action === 'area:place');
    expect(placing).toMatchObject([{ outcome: 'refused' }]);

    await coordinator.call('placePlan', { planId }, { municipality: 'Lillevik', district: '' });
    const after = await coordinator.call('findings', { planId }, {});
    expect(after.settings.answerDays).toBe(5);
    const patient = await server.signIn('Harald Solbakken');
    expect(await patient.call('planArea', { planId }, {})).toMatchObject({ mayPlace: false });
  } finally {
    tail.close();
    await server.stop();
    await server.remove();
  }
});
