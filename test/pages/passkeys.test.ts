/** An organisation without an identity provider: its administrator invites, people register passkeys and sign in by them. */
import type { Browser, CDPSession, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, freeUdpPort, newDataDirectory, type RunningApp } from '../support/app.ts';
import { AuditTail } from '../support/auditTail.ts';
import { desktop, Device, expectAccessible, expectReflow, launchBrowser } from '../support/browser.ts';
import { runServerCommand } from '../support/command.ts';

const narrow = { width: 320, height: 740 };

let browser: Browser;
let server: RunningApp;
let url: string;
let administratorLink: string;
let otherAdministratorLink: string;
let tail: AuditTail;

beforeAll(async () => {
  const [port, dataDirectory] = [await freeUdpPort(), await newDataDirectory()];
  // A passkey is good for a name, never for a number: the browser knows this machine by its name.
  url = `http://localhost:${port}`;
  const settings = { DATA_DIR: dataDirectory, PASSKEYS: 'on', PUBLIC_URL: url };
  const made = await runServerCommand('access/passkeys/adminInviteCommand.ts', ['Ada Admin'], settings);
  expect(made.code).toBe(0);
  administratorLink = /http\S+/.exec(made.said)?.[0] ?? '';
  const other = await runServerCommand('access/passkeys/adminInviteCommand.ts', ['Berit Admin'], settings);
  otherAdministratorLink = /http\S+/.exec(other.said)?.[0] ?? '';
  server = await startApp({ port, dataDirectory, publicUrl: url, passkeys: true, demo: false });
  tail = new AuditTail(server);
  browser = await launchBrowser();
});

afterAll(async () => {
  tail.close();
  await browser.close();
  await server.stop();
  await server.remove();
});

interface Holder {
  readonly device: Device;
  readonly page: Page;
  /** What the browser's authenticator is called. */
  readonly authenticator: string;
  readonly cdp: CDPSession;
}

/** A device with an authenticator that has recognised its owner. */
async function holder(viewport = desktop): Promise<Holder> {
  const device = await Device.open(browser, viewport);
  const { page } = device;
  const cdp = await page.context().newCDPSession(page);
  await cdp.send('WebAuthn.enable');
  const { authenticatorId } = await cdp.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  return { device, page, cdp, authenticator: authenticatorId };
}

async function register({ page }: Holder, link: string, name: string): Promise<void> {
  await page.goto(link);
  await page.getByRole('heading', { level: 1, name: `Velkommen, ${name}` }).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lag passnøkkel og logg inn' }).click();
  await page.getByRole('heading', { level: 1, name: `Hei, ${name}` }).waitFor();
}

async function signOut({ page }: Holder): Promise<void> {
  await page.getByRole('button', { name: 'Logg ut' }).click();
  await page.getByRole('button', { name: 'Logg inn med passnøkkel' }).waitFor();
}

test('I5: the administrator registers, invites a nurse, and sees no plan; the nurse registers, signs in, and makes one', async () => {
  const ada = await holder();
  await register(ada, administratorLink, 'Ada Admin');
  await ada.page.getByRole('link', { name: 'Hvem arbeider her' }).click();
  await ada.page.getByRole('button', { name: 'Inviter en til' }).click();
  const dialog = ada.page.getByRole('dialog', { name: 'Inviter en til' });
  await dialog.getByRole('button', { name: 'Lag lenken' }).click();
  await dialog.getByRole('alert').getByText('Fyll ut navn og arbeidssted.').waitFor();
  await expectAccessible(ada.page);
  await dialog.getByLabel('Navn').fill('Siri Sykepleier');
  await dialog.getByLabel('Arbeidssted').fill('Legesenteret');
  await dialog.getByRole('button', { name: 'Lag lenken' }).click();
  const link =
    (await ada.page.getByRole('dialog', { name: 'Lenke til Siri Sykepleier' }).locator('code').textContent()) ?? '';
  expect(await ada.page.evaluate(() => fetch('/api/home').then((response) => response.json()))).toMatchObject({
    data: { patients: [], mayCreatePlan: false, administrates: true },
  });

  const siri = await holder(narrow);
  await register(siri, link, 'Siri Sykepleier');
  await expectReflow(siri.page);
  await signOut(siri);
  await expectAccessible(siri.page);
  const sent = siri.page.waitForRequest('**/api/passkeys/sign-in');
  await siri.page.getByRole('button', { name: 'Logg inn med passnøkkel' }).click();
  await siri.page.getByRole('heading', { level: 1, name: 'Hei, Siri Sykepleier' }).waitFor();
  const body = (await sent).postData() ?? '';
  await siri.page.getByRole('button', { name: 'Lag plan for en ny pasient' }).waitFor();

  // What was signed once is signed for once, and an invitation is used once.
  const replay = (page: Page, path: string, text: string) =>
    page.evaluate(
      ([to, sentBody]) =>
        fetch(to, { method: 'POST', headers: { 'content-type': 'application/json' }, body: sentBody }).then(
          (response) => response.json(),
        ),
      [path, text] as const,
    );
  tail.take();
  expect(await replay(siri.page, '/api/passkeys/sign-in', body)).toEqual({ ok: false, code: 'not-found' });
  expect(tail.take()).toContainEqual(
    expect.objectContaining({ action: 'sign-in', outcome: 'refused', detail: 'no-challenge' }),
  );
  const token = JSON.stringify({ token: new URL(link).hash.slice(1) });
  expect(await replay(siri.page, '/api/passkeys/registration', token)).toEqual({ ok: false, code: 'link-used' });
  // A question that another was asked is not answered by what was signed for the first.
  await replay(siri.page, '/api/passkeys/challenge', '{}');
  expect(await replay(siri.page, '/api/passkeys/sign-in', body)).toEqual({ ok: false, code: 'not-found' });
  expect(tail.take()).toContainEqual(expect.objectContaining({ outcome: 'refused', detail: 'not-verified' }));
  expect(await siri.page.evaluate(() => fetch('/api/staff').then((response) => response.status))).toBe(404);

  // The control counts what the nurse tried, and names no patient.
  await ada.page.reload();
  const row = ada.page.getByRole('row', { name: /Siri Sykepleier/ });
  await row.waitFor();
  expect(await row.getByRole('cell').allTextContents()).toEqual(['0', '1', '0', '0']);

  // One who has lost the key gets a new link; the old key and what is open by it are good for nothing.
  await ada.page.reload();
  await ada.page.getByRole('button', { name: 'Ny lenke til Siri Sykepleier' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Ny lenke', exact: true }).click();
  await ada.page.getByRole('dialog', { name: 'Lenke til Siri Sykepleier', exact: true }).waitFor();
  expect(await siri.page.evaluate(() => fetch('/api/home').then((response) => response.status))).toBe(401);
  await siri.page.goto(`${url}/logg-inn`);
  await siri.page.getByRole('button', { name: 'Logg inn med passnøkkel' }).click();
  await siri.page.getByRole('alert').getByText('Vi kjente ikke igjen passnøkkelen.').waitFor();

  await ada.page.reload();
  await ada.page.getByRole('button', { name: 'Avslutt for Siri Sykepleier' }).click();
  await ada.page.getByRole('dialog').getByRole('button', { name: 'Avslutt', exact: true }).click();
  await ada.page.getByRole('heading', { name: 'Siri Sykepleier', exact: true }).waitFor({ state: 'detached' });
  await expectAccessible(ada.page);
  await Promise.all([ada.device.close(), siri.device.close()]);
});

test('I5: an invitation that is none says so, and one without a key is told', async () => {
  const somebody = await holder();
  await somebody.page.goto(`${url}/velkommen#AAAAAAAAAAAAAAAAAAAAAA`);
  await somebody.page.getByRole('heading', { level: 1, name: 'Lenken virker ikke' }).waitFor();
  await expectAccessible(somebody.page);
  await somebody.page.goto(`${url}/logg-inn`);
  await somebody.page.getByRole('button', { name: 'Logg inn med passnøkkel' }).click();
  await somebody.page.getByRole('alert').getByText('Det ble ikke laget eller brukt noen passnøkkel.').waitFor();
  await somebody.device.close();
});

test('I7: the administrator keeps areas, the values of their rules and the organisations; whoever invites chooses from them', async () => {
  const berit = await holder(narrow);
  await register(berit, otherAdministratorLink, 'Berit Admin');
  await berit.page.getByRole('link', { name: 'Hvem arbeider her' }).click();
  await berit.page.getByRole('link', { name: 'Kommuner og bydeler' }).click();
  await berit.page.getByRole('button', { name: 'Legg til kommune eller bydel' }).click();
  const adding = berit.page.getByRole('dialog', { name: 'Legg til kommune eller bydel' });
  await adding.getByRole('button', { name: 'Lagre' }).click();
  await adding.getByRole('alert').getByText('Skriv navnet på kommunen.').waitFor();
  await adding.getByLabel('Kommune', { exact: true }).fill('Lillevik');
  await adding.getByRole('button', { name: 'Lagre' }).click();
  const area = berit.page.getByRole('region', { name: 'Lillevik, hele kommunen' });
  await area.getByRole('button', { name: 'Endre Frist for svar på meldinger' }).click();
  const dialog = berit.page.getByRole('dialog', { name: /Frist for svar/ });
  await dialog.getByLabel('Verdi').fill('99');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await dialog.getByRole('alert').getByText('Verdien passer ikke').waitFor();
  await dialog.getByLabel('Verdi').fill('5');
  await dialog.getByLabel('Hvor det er bestemt').fill('Kommunestyret');
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await area.getByText('5 dager').waitFor();
  await area.getByRole('button', { name: 'Endre Telefonliste' }).click();
  const phones = berit.page.getByRole('dialog', { name: /Telefonliste/ });
  await phones.getByLabel('Hvem som holder listen ved like').fill('Kommuneoverlegen');
  await phones.getByLabel('Hvem, linje 1').fill('Legevakten');
  await phones.getByLabel('Telefon, linje 1').fill('22 00 00 99');
  await expectAccessible(berit.page);
  await phones.getByRole('button', { name: 'Lagre' }).click();
  await area.getByText('Kommuneoverlegen').waitFor();

  const organisations = berit.page.getByRole('region', { name: 'Organisasjoner' });
  await organisations.getByLabel('Navn').fill('Lillevik legesenter');
  await organisations.getByLabel(/Organisasjonsnummer/).fill('12');
  await organisations.getByRole('button', { name: 'Legg til' }).click();
  await organisations.getByRole('alert').waitFor();
  await organisations.getByLabel(/Organisasjonsnummer/).fill('999 999 999');
  await organisations.getByRole('button', { name: 'Legg til' }).click();
  await organisations.getByRole('button', { name: 'Fjern Lillevik legesenter' }).waitFor();
  await expectAccessible(berit.page);
  await expectReflow(berit.page);
  await berit.page.getByRole('link', { name: 'Hvem arbeider her' }).click();
  await berit.page.getByRole('button', { name: 'Inviter en til' }).click();
  await berit.page.locator('option[value="Lillevik legesenter"]').waitFor({ state: 'attached' });
});
