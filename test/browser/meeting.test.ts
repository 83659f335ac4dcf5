/** The whole meeting: agreed and mailed, with its professional part, its agenda, words and minutes, to what is left of it. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import {
  desktop,
  expectAccessible,
  expectReflow,
  launchBrowser,
  phone,
  videoMoves,
  type Device,
} from '../support/browser.ts';
import { deviceOf, inRoom, knock, passDeviceCheck } from '../support/gathering.ts';
import { Person } from '../support/person.ts';
import { hears, keepReceivers } from '../support/received.ts';
import { writeVoice } from '../support/voice.ts';

let browser: Browser;
let server: RunningApp;
let coordinator: Device;
let gp: Device;
let patient: Device;
let meetingId: string;

beforeAll(async () => {
  browser = await launchBrowser('light', await writeVoice());
  server = await startApp();
  [coordinator, gp, patient] = await Promise.all([
    deviceOf(browser, server.url, 'Kari Nymoen', desktop),
    deviceOf(browser, server.url, 'Anne Lindqvist', phone),
    deviceOf(browser, server.url, 'Harald Solbakken', { width: 320, height: 720 }),
  ]);
  await keepReceivers(gp.page);
});

afterAll(async () => {
  await Promise.all([coordinator, gp, patient].map((device) => device.close()));
  await browser.close();
  await server.stop();
  await server.remove();
});

test('E1, H6: a meeting is agreed with its agenda, mailed, changed and seen in the mailbox', async () => {
  const { page } = coordinator;
  await page.goto(server.url);
  await page.getByRole('button', { name: 'Nytt møte om Harald Solbakken' }).click();
  await page.getByLabel('Hva slags møte?').selectOption('discharge');
  await page.getByRole('radio', { name: 'Et annet tidspunkt' }).check();
  await page.getByRole('checkbox', { name: /Anne Lindqvist/ }).check();
  await page.getByRole('checkbox', { name: /Harald Solbakken/ }).check();
  await page.getByText('Hjelper ved siden av (valgfritt)').click();
  const helper = page.getByRole('group', { name: 'Hjelper ved siden av Harald Solbakken' });
  await helper.getByRole('textbox', { name: 'Navn' }).fill('Nora Vik');
  await page.getByRole('checkbox', { name: /Fagfolkene begynner/ }).check();
  await page.getByRole('button', { name: 'Lag møtet' }).click();
  await page.getByText('Skriv både navnet på hjelperen og hvem det er.').waitFor();
  await helper.getByRole('textbox', { name: 'Hvem er det?' }).fill('hjemmesykepleier');
  await page.getByText('Saksliste: 6 saker, 50 minutter').click();
  const medicines = page.getByRole('group', { name: 'Sak 2: Legemidlene' });
  await medicines.getByRole('spinbutton', { name: 'Minutter' }).fill('15');
  await medicines.getByRole('checkbox', { name: /ringes inn/ }).check();
  await page.getByText('Saksliste: 6 saker, 55 minutter').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lag møtet' }).click();
  await page.getByText('Send innkalling på e-post').click();
  await page.getByRole('textbox', { name: 'E-post til Anne Lindqvist' }).fill('anne');
  await page.getByRole('button', { name: 'Send på e-post' }).click();
  await page.getByText('E-postadressen til Anne Lindqvist ser ikke riktig ut.').waitFor();
  await page.getByRole('textbox', { name: 'E-post til Anne Lindqvist' }).fill('anne@example.no');
  await page.getByRole('button', { name: 'Send på e-post' }).click();
  await page.getByText('Sendt til 1 person.').waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Ferdig' }).click();
  await page.getByRole('button', { name: /^Endre: Utskrivningsmøte/ }).click();
  await page.getByRole('button', { name: 'Lagre endringene' }).click();
  await page.getByRole('button', { name: 'Lagre endringene' }).waitFor({ state: 'detached' });
  await page.goto(`${server.url}/postkasse`);
  await page.getByRole('heading', { name: /^Endret: møte i Samråd/ }).waitFor();
  await page.getByRole('heading', { name: /^Innkalling til møte i Samråd/ }).waitFor();
  await expectAccessible(page);
  await expectReflow(page);
  const person = await Person.signIn(server.url, 'Kari Nymoen');
  const { meetings } = await person.call('home', {}, {});
  meetingId = meetings[0]?.id ?? '';
});

test('M17, H6: the patient says before the meeting who is beside them: the nurse whom the convener noted', async () => {
  const { page } = patient;
  await page.goto(`${server.url}/mote/${meetingId}`);
  await page.getByRole('group', { name: 'Er noen sammen med deg?' }).waitFor();
  await page.getByRole('checkbox', { name: 'Ja, noen andre sitter sammen med meg' }).check();
  await page.getByRole('button', { name: 'Bli med', exact: true }).click();
  await page.getByText('Skriv både navnet og hvem det er, eller fjern krysset.').waitFor();
  await expectAccessible(page);
  await expectReflow(page);
  await page.getByRole('checkbox', { name: 'Ja, noen andre sitter sammen med meg' }).uncheck();
  await page.getByRole('checkbox', { name: 'Ja, Nora Vik (hjemmesykepleier)' }).check();
});

test('M8, H6: the patient waits for the professionals, the GP for their point, and each is told', async () => {
  await knock(coordinator, server.url, meetingId);
  await inRoom(coordinator);
  await Promise.all([knock(gp, server.url, meetingId), passDeviceCheck(patient)]);
  await coordinator.page.getByText('Harald Solbakken · Pasient · sammen med Nora Vik (hjemmesykepleier)').waitFor();
  await patient.page.getByText('Fagfolkene begynner møtet.').waitFor();
  await patient.page.getByText('Kari Nymoen · Koordinator').waitFor();
  await gp.page.getByText(/Du er med på din egen sak, omtrent klokken/).waitFor();
  for (const { page } of [gp, patient]) {
    await expectAccessible(page);
    await expectReflow(page);
  }
});

test('M9: going to the point rings the GP in, everyone sees where the meeting is, and the plan follows', async () => {
  const { page } = coordinator;
  await page.locator('[data-plan="shown"]').waitFor();
  await page.getByRole('button', { name: 'Begynn på sakslisten' }).click();
  await page.getByRole('button', { name: 'Neste sak' }).click();
  const come = gp.page.getByRole('button', { name: 'Gå inn i møtet' });
  await come.waitFor();
  expect(await gp.page.getByText('Du trenger ikke å gjøre noe.').count()).toBe(0);
  await come.click();
  await inRoom(gp);
  await gp.page.getByText('Legemidlene', { exact: true }).first().waitFor();
  await expect
    .poll(() =>
      page.evaluate(() => {
        const { top } = document.querySelector('#section-medicines, [id$="medicines"]')?.getBoundingClientRect() ?? {
          top: 9e9,
        };
        return top < innerHeight;
      }),
    )
    .toBe(true);
  await page.getByRole('button', { name: 'Fagdelen er ferdig: slipp inn alle' }).click();
  await inRoom(patient);
  await Promise.all([coordinator, gp, patient].map((device) => videoMoves(device.page, 3)));
  await page.locator('.agenda summary').click();
  await page.getByRole('checkbox', { name: 'Gjort: Legemidlene' }).click();
  await gp.page.getByText('1 av 6 gjort').waitFor();
  await expectAccessible(page);
  await page.locator('.agenda summary').click();
});

test('M17, H6: who comes beside the patient in the middle of the meeting is told to all, and they know what is not known', async () => {
  const tile = coordinator.page.locator('[data-participant]').filter({ hasText: 'Harald Solbakken' });
  await tile.getByText('sammen med Nora Vik (hjemmesykepleier), ikke bekreftet identitet').waitFor();
  await patient.page.getByRole('button', { name: /er med: Deltakere/ }).click();
  const dialog = patient.page.getByRole('dialog');
  await dialog.getByText('Hvem er sammen med deg?').click();
  await dialog.getByRole('checkbox', { name: 'Ja, noen andre sitter sammen med meg' }).check();
  await dialog.getByRole('textbox', { name: 'Hva heter den som er sammen med deg?' }).fill('Emil');
  await dialog.getByRole('textbox', { name: 'Hvem er det?' }).fill('barnebarn');
  await expectAccessible(patient.page);
  await expectReflow(patient.page);
  await dialog.getByRole('button', { name: 'Lagre' }).click();
  await dialog.getByText('Lagret. Alle i møtet ser det.').waitFor();
  await dialog.getByRole('button', { name: 'Lukk', exact: true }).click();
  for (const { page } of [coordinator, gp]) {
    await page.getByText('Emil (barnebarn, ikke bekreftet identitet) er nå sammen med Harald Solbakken.').waitFor();
    await page.getByRole('status').getByText('Emil (barnebarn) er nå sammen med Harald Solbakken.').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Greit' }).click();
  }
  await tile.getByText('sammen med Nora Vik (hjemmesykepleier) og Emil (barnebarn)').waitFor();
});

test('M2: what another says is really heard, and so loud that it is no silence', async () => {
  const voices = await Promise.all(
    ['Kari Nymoen', 'Harald Solbakken'].map((name) =>
      gp.page
        .locator('[data-participant][data-source="camera"]')
        .filter({ hasText: name })
        .getAttribute('data-participant'),
    ),
  );
  await hears(
    gp.page,
    voices.flatMap((id) => id ?? []),
    0.01,
  );
});

test('L1, H6: three large buttons for who wants them; who speaks, who is pinned and the plan can be large; the own picture hidden', async () => {
  await patient.page.getByRole('button', { name: 'Visning' }).click();
  await expectAccessible(patient.page);
  await patient.page.getByRole('checkbox', { name: 'Store knapper og stor skrift' }).click();
  const buttons = patient.page.getByRole('group', { name: 'Møteknapper' }).getByRole('button');
  await expect.poll(() => buttons.count()).toBe(3);
  await patient.page.getByText('De andre hører deg', { exact: true }).waitFor();
  // Side by side, and so are those of the head: what they leave is for the faces.
  for (const row of [buttons, patient.page.locator('.room-head > .room-button')])
    expect(new Set(await row.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().top))).size).toBe(1);
  await expectAccessible(patient.page);
  await expectReflow(patient.page);
  const { page } = coordinator;
  await page.getByRole('button', { name: 'Visning' }).click();
  await page.getByRole('checkbox', { name: 'Skjul bildet av meg for meg selv' }).check();
  await expect.poll(() => page.locator('[data-participant]').count()).toBe(2);
  await page.getByRole('radio', { name: 'Planen er stor, med en stripe av ansikter' }).check();
  await page.getByRole('radio', { name: 'Den som snakker, er stor' }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Lukk', exact: true }).click();
  await page.getByRole('button', { name: /er med: Deltakere/ }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Fest Harald Solbakken' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Lukk', exact: true }).click();
  const stage = page.getByRole('list', { name: 'Store bilder' });
  await stage.getByText('Harald Solbakken').waitFor();
  expect(await stage.getByRole('listitem').count()).toBe(1);
  await videoMoves(page, 2);
  await expectAccessible(page);
});

test('L2: sound only stops the pictures in both directions until one wants them again, and the camera stays off', async () => {
  const { page } = gp;
  await page.getByRole('button', { name: 'Visning' }).click();
  await page.getByRole('checkbox', { name: /^Bare lyd/ }).check();
  await page.getByRole('dialog').getByRole('button', { name: 'Lukk', exact: true }).click();
  await expect.poll(() => page.locator('samrad-video-tile video:not([hidden])').count()).toBe(0);
  await patient.page
    .locator('[data-participant]')
    .filter({ hasText: 'Anne Lindqvist' })
    .getByText('kameraet er av')
    .waitFor();
  await page.getByRole('button', { name: 'Vis bildene igjen' }).click();
  await videoMoves(page, 2);
  await expect.poll(() => page.locator('samrad-video-tile video:not([hidden])').count()).toBe(2);
});

test('L3: who is muted speaks while the space bar is held, and it writes a space where one writes', async () => {
  const { page } = coordinator;
  const microphone = page.getByRole('button', { name: 'Mikrofon' });
  const speaks = async () => (await microphone.getAttribute('aria-pressed')) === 'true';
  await microphone.click();
  expect(await speaks()).toBe(false);
  await page.locator('#room-video').focus();
  await page.keyboard.down('Space');
  await expect.poll(speaks).toBe(true);
  await page.keyboard.up('Space');
  await expect.poll(speaks).toBe(false);
  await page.getByRole('searchbox', { name: 'Finn i planen' }).or(page.getByLabel('Finn i planen')).first().focus();
  await page.keyboard.press('Space');
  expect(await speaks()).toBe(false);
  await microphone.click();
  await expect.poll(speaks).toBe(true);
});

test('W1: what is written to all reaches all in the room, and captions stand under the pictures as they are written', async () => {
  await coordinator.page.getByRole('button', { name: 'Skriv til alle' }).click();
  await coordinator.page.getByRole('textbox', { name: 'Skriv en melding' }).fill('Vaktlegen: 116117');
  await coordinator.page.keyboard.press('Enter');
  await gp.page.getByRole('button', { name: 'Skriv til alle, 1 nye' }).click();
  await gp.page.getByRole('log').getByText('Vaktlegen: 116117').waitFor();
  await expectAccessible(gp.page);
  await gp.page.getByRole('region', { name: 'Skriv til alle' }).getByRole('button', { name: 'Lukk' }).click();
  await coordinator.page.getByRole('button', { name: /er med: Deltakere/ }).click();
  await coordinator.page.getByRole('button', { name: 'Sett til å tekste Anne Lindqvist' }).click();
  await coordinator.page.getByRole('dialog').getByRole('button', { name: 'Lukk', exact: true }).click();
  await gp.page.getByRole('textbox', { name: /Skriv det som blir sagt/ }).pressSequentially('Da tar vi legemidlene.');
  await patient.page.locator('.captions').getByText('Da tar vi').first().waitFor();
  // On the smallest phone they are in sight without scrolling, above the buttons.
  const [bottom = NaN, buttonsFrom = NaN] = await patient.page.evaluate(() => [
    document.querySelector('.captions')?.getBoundingClientRect().bottom,
    document.querySelector('samrad-controls')?.getBoundingClientRect().top,
  ]);
  expect(bottom).toBeLessThanOrEqual(buttonsFrom);
  await gp.page.keyboard.press('Enter');
  await coordinator.page.locator('.captions').getByText('Da tar vi legemidlene.').first().waitFor();
});

test('M10: the minutes are written together, and a decision becomes a task of the plan in one step', async () => {
  const { page } = coordinator;
  await page.getByRole('tab', { name: 'Referat' }).click();
  const note = page.getByRole('textbox', { name: 'Legemidlene', exact: true });
  await note.fill('Listen er lest opp.');
  await patient.page.getByRole('tab', { name: 'Referat' }).click();
  const theirs = patient.page.getByRole('textbox', { name: 'Legemidlene', exact: true });
  await expect.poll(() => theirs.inputValue()).toBe('Listen er lest opp.');
  await page.getByRole('button', { name: 'Ny beslutning' }).click();
  await page.getByRole('textbox', { name: 'Beslutning 1' }).fill('Fastlegen ringer apoteket.');
  await page.getByRole('button', { name: 'Gjør til oppgave i planen: Beslutning 1' }).click();
  await patient.page.getByText('Oppgave i planen', { exact: true }).waitFor();
  await page.locator('samrad-minutes').getByText('Lagret', { exact: true }).waitFor();
  await expectAccessible(page);
  const person = await Person.signIn(server.url, 'Kari Nymoen');
  const planId = await person.planOf('Harald Solbakken');
  await expect
    .poll(async () => JSON.stringify(await person.call('planContent', { planId }, {})))
    .toContain('Fastlegen ringer apoteket.');
});

test('M8: one who is put back waits again, and comes in when let in', async () => {
  const { page } = coordinator;
  await page.getByRole('button', { name: /er med: Deltakere/ }).click();
  await page.getByRole('button', { name: 'Til venterommet Harald Solbakken' }).click();
  await patient.page.getByRole('heading', { name: 'Vent litt, så blir du sluppet inn' }).waitFor();
  await page.getByRole('dialog').getByRole('button', { name: 'Lukk', exact: true }).click();
  await page.getByRole('button', { name: 'Slipp inn Harald Solbakken' }).click();
  await inRoom(patient);
  await videoMoves(patient.page, 2);
});

test('M10, H6: after the meeting it is seen who was there; the minutes are finished, approved by the patient, and theirs to take along', async () => {
  const { page } = coordinator;
  await page.getByRole('button', { name: 'Avslutt for alle' }).click();
  await page.getByRole('button', { name: 'Ja, avslutt møtet' }).click();
  await page.getByRole('link', { name: 'Se referatet' }).click();
  await page.getByRole('button', { name: 'Referatet er ferdig' }).waitFor();
  await page.getByText('sammen med Nora Vik (hjemmesykepleier), ikke bekreftet identitet').first().waitFor();
  await page.getByText('sammen med Emil (barnebarn), ikke bekreftet identitet').first().waitFor();
  // Each stands there once, however often they came; and the meeting began when the first of them did.
  const were = page.getByRole('region', { name: 'Hvem som var med' }).getByRole('listitem');
  expect(await were.count()).toBe(3);
  const [began = ''] = (await were.first().innerText()).match(/\d\d:\d\d–/) ?? [];
  await page.locator('.eyebrow').getByText(began).waitFor();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Referatet er ferdig' }).click();
  await page.getByText('Kan ikke endres.').waitFor();
  await patient.page.goto(`${server.url}/referat/${meetingId}`);
  await patient.page.getByText('Listen er lest opp.').waitFor();
  await patient.page.getByRole('button', { name: 'Godkjenn referatet' }).click();
  await patient.page.getByText(/Harald Solbakken · Pasient/).waitFor();
  await expectAccessible(patient.page);
  await expectReflow(patient.page);
  // What the patient takes along holds the meeting, too.
  const person = await Person.signIn(server.url, 'Harald Solbakken');
  await patient.page.goto(`${server.url}/plan/${await person.planOf('Harald Solbakken')}/opplysninger`);
  for (const button of ['Last ned for å lese', 'Last ned for andre systemer (JSON)']) {
    const [download] = await Promise.all([
      patient.page.waitForEvent('download'),
      patient.page.getByRole('button', { name: button }).click(),
    ]);
    const file = await readFile(await download.path(), 'utf8');
    for (const words of ['Listen er lest opp.', 'Fastlegen ringer apoteket.', 'Anne Lindqvist'])
      expect(file).toContain(words);
  }
  for (const device of [coordinator, gp, patient]) expect(device.faults).toEqual([]);
  expect(server.logged.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
});

test('E4: where video is at another place the page opens no device, and has agenda, plan and minutes all the same', async () => {
  const person = await Person.signIn(server.url, 'Kari Nymoen');
  const planId = await person.planOf('Harald Solbakken');
  const made = await person.call('createMeeting', { planId }, { kind: 'care-team', startsAt: null, invited: [] });
  const { startsAt, invited, terms } = made.meeting;
  const elsewhere = { startsAt, invited, terms: { ...terms, externalVideo: 'https://join.nhn.no/mote/1' } };
  const params = { meetingId: made.meeting.id };
  const foreign = { ...elsewhere, terms: { ...terms, externalVideo: 'https://evil.example/' } };
  await expect(person.call('changeMeeting', params, foreign)).rejects.toMatchObject({ code: 'bad-request' });
  await person.call('changeMeeting', params, elsewhere);
  const { page } = coordinator;
  await page.goto(`${server.url}/mote/${made.meeting.id}`);
  const link = page.getByRole('link', { name: 'Åpne videomøtet i et nytt vindu' });
  await link.waitFor();
  expect(await link.getAttribute('href')).toBe('https://join.nhn.no/mote/1');
  expect(await page.locator('video').count()).toBe(0);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Bli med her' }).click();
  await inRoom(coordinator);
  await page.getByRole('tab', { name: 'Referat' }).waitFor();
  await page.getByText('Saksliste').first().waitFor();
  await expectAccessible(page);
  const { participants } = await page.evaluate(() => ({
    participants: [...document.querySelectorAll('samrad-video-tile video:not([hidden])')].length,
  }));
  expect(participants).toBe(0);
});
