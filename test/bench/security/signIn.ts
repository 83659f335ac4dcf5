/** Sign-ins per second by an identity provider in this process, as HelseID asks for them, beside choosing a demo person by turns. */
import { randomBytes } from 'node:crypto';
import { startProvider } from '../../support/identityProvider.ts';
import { Person } from '../../support/person.ts';
import { ProviderBrowser } from '../../support/providerBrowser.ts';
import { ServerProcess } from '../../support/serverProcess.ts';
import { byTurns, rounds, type Figure } from '../harness.ts';

const turns = 4;
/** All of them stay below what one address may choose in a minute. */
const signInsPerTurn = 15;

export async function signInRate(): Promise<Figure[]> {
  const provider = await startProvider('helseid', 'helseid');
  const { id, profile, issuer, clientId, authentication } = provider.settings;
  if (authentication.method !== 'private_key_jwt') throw new Error('the provider of the bench has a key');
  const clientKey = { environment: 'BENCH_CLIENT_KEY' };
  const server = await ServerProcess.start({
    environment: {
      DEMO: 'on',
      OIDC_PROVIDERS: JSON.stringify({ providers: [{ id, profile, issuer, clientId, clientKey }] }),
      BENCH_CLIENT_KEY: JSON.stringify(authentication.key),
      IDENTITY_NUMBER_KEY: randomBytes(32).toString('base64'),
    },
  });
  provider.serve(server.url);
  provider.say({
    sub: 'doctor',
    name: 'Prøve Lege',
    'helseid://claims/identity/pid': '01990000001',
    'helseid://claims/identity/security_level': '4',
    'helseid://claims/hpr/hpr_number': '999900002',
  });
  try {
    const { people } = await new Person(server.url).call('demoPeople', {}, {});
    const personId = people[0]?.personId ?? '';
    const taken = await byTurns(
      turns,
      () => perSecond(async (person) => void (await new ProviderBrowser(person).signIn(id))),
      () => perSecond(async (person) => void (await person.call('demoSignIn', {}, { personId }))),
    );
    return [
      {
        name: 'sign-in',
        unit: 'sign-ins per second, one after the other, the provider’s own work included',
        value: rounds(taken.first),
        comparedTo: { name: 'choosing a demo person', value: rounds(taken.second) },
        pairs: { ours: taken.first, theirs: taken.second },
      },
    ];
  } finally {
    await server.kill('SIGTERM');
    await server.remove();
    await provider.close();
  }

  async function perSecond(signIn: (person: Person) => Promise<void>): Promise<number> {
    const begun = performance.now();
    for (let done = 0; done < signInsPerTurn; done += 1) {
      const person = new Person(server.url);
      await person.call('session', {}, {});
      await signIn(person);
    }
    return signInsPerTurn / ((performance.now() - begun) / 1000);
  }
}
