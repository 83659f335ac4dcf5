/**
 * `npm run admin:invite -- "Name"`: makes an administrator and prints the link by which they register their passkey. The server must
 * be stopped; the next ones are invited by this one.
 */
import { newId } from '../../../shared/domain/ids.ts';
import { AuditLog } from '../../audit/auditLog.ts';
import { runCommand, say } from '../../command.ts';
import { ConfigError } from '../../configError.ts';
import { PasskeyStore } from '../../storage/passkeyStore.ts';
import { SqliteDatabase } from '../../storage/sqlite.ts';
import { StaffStore } from '../../storage/staffStore.ts';
import { invitation } from './staff.ts';

await runCommand(async ({ dataDirectory, passkeys, publicUrl }) => {
  const name = process.argv[2]?.trim() ?? '';
  if (name === '') throw new ConfigError('Say who: npm run admin:invite -- "Name"');
  if (!passkeys || publicUrl === null) throw new ConfigError('PASSKEYS must be on, and PUBLIC_URL set.');
  const database = await SqliteDatabase.open({
    directory: dataDirectory,
    onLost: (error) => {
      throw error;
    },
  });
  try {
    const now = new Date();
    const store = new StaffStore(database);
    const personId = newId();
    const { token, queries } = invitation(new PasskeyStore(database), personId, now);
    const event = { action: 'staff:invite', outcome: 'done', actor: null, channel: 'server' } as const;
    await store.write([
      ...store.add({ personId, name, organisation: null, professionId: null, at: now.toISOString() }),
      ...queries,
      new AuditLog({ database, now: () => now }).entry({ ...event, subjectId: personId, detail: 'administrator' }),
    ]);
    say(`${name} registers a passkey here, once, within seven days: ${publicUrl}/velkommen#${token}`);
    return 0;
  } finally {
    await database.close();
  }
});
