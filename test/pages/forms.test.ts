/** The sections with a form of their own, as people use them: by touch, and with the keyboard alone. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { startApp, type RunningApp } from '../support/app.ts';
import { desktop, Device, expectAccessible, expectReflow, launchBrowser } from '../support/browser.ts';

const smallPhone = { width: 390, height: 844 };
const narrow = { width: 320, height: 640 };
const headings = {
  symptoms: 'Symptomer (ESAS-r)',
  zones: 'Tiltaksplan: grønn, gul, rød',
  medicines: 'Legemidler i bruk, samstemt',
  'standby-medicines': 'Medikamentskrin',
  decisions: 'Behandlingsavklaringer',
  contacts: 'Kontaktplan døgnet rundt',
} as const;
type OwnSection = keyof typeof headings;

let browser: Browser;
let server: RunningApp;
let planPath: string;
const devices: Device[] = [];

beforeAll(async () => {
  browser = await launchBrowser();
  server = await startApp();
  const coordinator = await server.signIn('Kari Nymoen');
  planPath = `${server.url}/plan/${await coordinator.planOf('Harald Solbakken')}`;
});

afterEach(async () => {
  for (const device of devices.splice(0)) {
    expect(device.faults).toEqual([]);
    await device.close();
  }
});

afterAll(async () => {
  await browser.close();
  await server.stop();
  await server.remove();
});

/** Opens the plan as somebody, with these sections standing open on the device. */
async function open(
  name: string,
  { viewport = desktop, touch = false, sections = Object.keys(headings) as OwnSection[] } = {},
): Promise<Page> {
  const device = await Device.open(browser, viewport, { touch });
  devices.push(device);
  await device.signIn(server.url, name);
  const folds = JSON.stringify(Object.fromEntries(sections.map((id) => [id, true])));
  await device.page.evaluate((stored) => localStorage.setItem('samrad.folds', stored), folds);
  await device.page.goto(planPath);
  await device.page.locator('samrad-plan[data-plan-state="saved"]').waitFor();
  return device.page;
}

const section = (page: Page, id: OwnSection): Locator => page.getByRole('region', { name: headings[id], exact: true });
const hasFocus = (locator: Locator) => locator.evaluate((element) => element === document.activeElement);
/** The plan says that all of it is on disk. */
const allSaved = (page: Page) => page.locator('samrad-plan[data-plan-state="saved"]').waitFor();

/** Goes on with Tab until the element has the focus; there is no other way there for one who has no mouse. */
async function tabTo(page: Page, target: Locator, key = 'Tab'): Promise<void> {
  for (let presses = 0; presses < 250; presses += 1) {
    if ((await target.count()) > 0 && (await hasFocus(target))) return;
    await page.keyboard.press(key);
  }
  throw new Error(`The keyboard does not reach ${target.toString()}.`);
}

/** From the heading of a section, as one comes there from the contents. */
async function enter(page: Page, id: OwnSection): Promise<Locator> {
  await page.locator(`#plan-${id}`).focus();
  return section(page, id);
}

describe('symptoms', () => {
  test('F3: the patient answers by touch on a phone; a reload on the way loses nothing', async () => {
    const page = await open('Harald Solbakken', { viewport: smallPhone, touch: true });
    const symptoms = section(page, 'symptoms');
    const score = (name: string, value: string) =>
      symptoms.getByRole('group', { name }).locator('label', { hasText: new RegExp(`^\\s*${value}(\\s|,|$)`) });
    await symptoms.getByRole('button', { name: 'Fyll ut nå' }).tap();
    await score('Smerte Hvor vondt har du?', '4').tap();
    await score('Kvalme Hvor kvalm er du?', 'Kan ikke vurdere').tap();
    await symptoms.getByText('2 av 9 er besvart.').waitFor();
    await allSaved(page);
    await page.reload();
    await symptoms.getByText('Et svar er påbegynt og ikke lagret ennå.').waitFor();
    await symptoms.getByRole('button', { name: 'Fortsett' }).tap();
    const nausea = symptoms.getByRole('group', { name: 'Kvalme Hvor kvalm er du?' });
    expect(await nausea.getByRole('radio', { name: 'Kan ikke vurdere' }).isChecked()).toBe(true);
    await expectReflow(page);
    await expectAccessible(page);
    await symptoms.getByRole('button', { name: 'Lagre svaret' }).tap();
    await symptoms
      .getByRole('alert')
      .getByText(/Du har ikke svart på slapphet, døsighet/)
      .waitFor();
    await symptoms.getByRole('button', { name: 'Lagre likevel' }).tap();
    const last = symptoms.locator('.care-card').first();
    await last.getByText(/^Siste svar/).waitFor();
    expect(await last.innerText()).toContain('svar fra pasienten selv');
    expect(await last.getByText('Kan ikke vurdere').count()).toBe(1);
    expect(await symptoms.getByText(/sum|total/i).count()).toBe(0);
  });

  test('F4: the patient answers all nine with the keyboard alone', async () => {
    const page = await open('Harald Solbakken', { viewport: smallPhone });
    const symptoms = await enter(page, 'symptoms');
    await tabTo(page, symptoms.getByRole('button', { name: 'Fyll ut nå' }));
    await page.keyboard.press('Enter');
    const groups = symptoms.locator('fieldset.scale');
    await groups.first().waitFor();
    for (let asked = 0; asked < 9; asked += 1) {
      await tabTo(page, groups.nth(asked).getByRole('radio').first());
      // The first arrow chooses 1, the next ones more.
      for (let presses = 0; presses < (asked % 3) + 1; presses += 1) await page.keyboard.press('ArrowRight');
    }
    await symptoms.getByText('9 av 9 er besvart.').waitFor();
    await page.keyboard.press('Enter');
    await symptoms.getByRole('button', { name: 'Fyll ut nå' }).waitFor();
    await tabTo(page, symptoms.getByRole('button', { name: 'Fyll ut nå' }));
    expect(await symptoms.locator('.last-scores').first().innerText()).toMatch(
      /Smerte\s+1\s+Slapphet\s+2\s+Døsighet\s+3/,
    );
  });

  test('F3: a nurse notes what the wife answered; the course is told in words and in a table', async () => {
    const page = await open('Fatima Yilmaz');
    const symptoms = section(page, 'symptoms');
    await symptoms.getByRole('button', { name: 'Fyll ut nå' }).click();
    await symptoms.getByRole('radio', { name: 'Pårørende' }).check();
    await symptoms
      .getByRole('group', { name: /^Smerte/ })
      .getByRole('radio', { name: /^10\b/ })
      .check();
    await symptoms.getByRole('button', { name: 'Lagre svaret' }).click();
    await symptoms.getByRole('button', { name: 'Lagre likevel' }).click();
    await symptoms.getByText('svar fra pårørende').first().waitFor();
    const table = symptoms.getByRole('table');
    expect(
      await table
        .getByRole('row', { name: /^Smerte/ })
        .getByRole('cell')
        .first()
        .innerText(),
    ).toBe('10');
    expect(await symptoms.getByRole('img', { name: /^Smerte: .* 10$/ }).count()).toBe(1);
  });
});

describe('medicines', () => {
  test('F1: a list goes from unresolved to signed, for all who have it open, and a new letter opens it again', async () => {
    const page = await open('Anne Lindqvist');
    const nurse = await open('Fatima Yilmaz');
    const medicines = section(page, 'medicines');
    await medicines.getByText('3 av 11 linjer er ikke avklart.').waitFor();
    const sign = medicines.getByRole('button', { name: 'Signer listen som lege' });
    expect(await sign.getAttribute('aria-disabled')).toBe('true');
    expect(await section(nurse, 'medicines').getByRole('button', { name: 'Signer listen som lege' }).count()).toBe(0);
    const line = (name: string) =>
      medicines.locator('.drug').filter({ has: page.getByRole('heading', { name, exact: true }) });
    await line('Morfin tablett ved behov').getByLabel('Hvorfor').fill('Avtalt ved utskrivning');
    await line('Amlodipin').getByLabel('Endring').selectOption('Uendret');
    await line('Omega-3').getByLabel('Endring').selectOption('Nytt');
    await medicines.getByText('1 av 11 linjer er ikke avklart.').waitFor();
    await line('Omega-3').getByText('Ikke avklart: skriv hvorfor').waitFor();
    await line('Omega-3').getByLabel('Hvorfor').fill('Kjøpt selv');
    await medicines.getByText('Alle 11 linjer er avklart.').waitFor();
    await allSaved(page);
    await expectAccessible(page);
    await sign.click();
    await medicines.getByText(/Signert av Anne Lindqvist, fastlege/).waitFor();
    await section(nurse, 'medicines')
      .getByText(/Signert av Anne Lindqvist, fastlege/)
      .waitFor();
    await section(nurse, 'medicines').getByRole('button', { name: 'Legg til kilde' }).click();
    const form = section(nurse, 'medicines').locator('samrad-row-list');
    await form.getByLabel('Kilde', { exact: true }).selectOption('Epikrise');
    await form.getByLabel('Datert').fill('2099-11-14');
    await medicines.getByText('Ny epikrise 14. nov.: må samstemmes på nytt.').waitFor();
    await line('Amlodipin').getByLabel('Endring').selectOption('Avsluttet');
    await medicines.getByText('Endret etter signeringen: Amlodipin.').waitFor();
  });

  test('F2, F4: the patient says what they take with the keyboard alone, and everybody sees it', async () => {
    const page = await open('Harald Solbakken', { viewport: smallPhone });
    const nurse = await open('Fatima Yilmaz');
    const medicines = await enter(page, 'medicines');
    await tabTo(page, medicines.getByRole('button', { name: /^Endre det jeg tar ?: Paracetamol$/ }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.type('Bare når jeg må');
    await tabTo(page, medicines.getByRole('button', { name: 'Lagre', exact: true }));
    await page.keyboard.press('Enter');
    await section(nurse, 'medicines').getByText('Bare når jeg må').waitFor();
    await tabTo(page, medicines.getByRole('button', { name: 'Legg til noe jeg tar' }));
    await page.keyboard.press('Enter');
    await page.keyboard.type('Tran');
    await page.keyboard.press('Tab');
    await page.keyboard.type('En skje om dagen');
    await tabTo(page, medicines.getByRole('button', { name: 'Lagre', exact: true }));
    await page.keyboard.press('Enter');
    await section(nurse, 'medicines').getByRole('heading', { name: 'Tran' }).waitFor();
    await expectReflow(page);
    await expectAccessible(page);
  });

  test('F4: a doctor resolves and adds lines with the keyboard alone', async () => {
    const page = await open('Jonas Haugland');
    const medicines = await enter(page, 'medicines');
    await tabTo(page, medicines.getByRole('button', { name: 'Legg til legemiddel' }));
    await page.keyboard.press('Enter');
    await page.keyboard.type('Øyedråper');
    await medicines.getByRole('heading', { name: 'Øyedråper' }).waitFor();
    const line = medicines.locator('.drug[data-open]');
    await tabTo(page, line.getByLabel('Endring'));
    await page.keyboard.press('n');
    await tabTo(page, line.getByLabel('Hvorfor'));
    await page.keyboard.type('Tørre øyne');
    await tabTo(page, line.getByRole('button', { name: 'Ferdig med Øyedråper' }));
    await page.keyboard.press('Enter');
    const done = medicines.locator('.drug', { hasText: 'Øyedråper' });
    expect(await done.getAttribute('data-resolved')).toBe('yes');
  });
});

describe('cards', () => {
  test('F4: a zone is written with the keyboard alone, and its number can be rung', async () => {
    const page = await open('Erik Dahl');
    const zones = await enter(page, 'zones');
    await tabTo(page, zones.getByRole('button', { name: 'Legg til tiltak' }));
    await page.keyboard.press('Enter');
    await page.keyboard.type('Tung pust');
    await tabTo(page, zones.getByLabel('Sone', { exact: true }));
    await page.keyboard.press('r');
    await tabTo(page, zones.getByLabel('Hvem ringer dere?'));
    await page.keyboard.type('Hjemmesykepleien 22 00 00 22');
    await tabTo(page, zones.getByRole('button', { name: 'Ferdig med Tung pust, rød sone' }));
    await page.keyboard.press('Enter');
    await zones.getByRole('heading', { name: 'Tung pust' }).waitFor();
    const card = zones.getByRole('list', { name: 'Tung pust' });
    expect(await card.getByRole('link', { name: '22 00 00 22' }).getAttribute('href')).toBe('tel:22000022');
    await tabTo(page, zones.getByRole('button', { name: /^Legg til gul sone ?: Tung pust$/ }));
    await page.keyboard.press('Enter');
    await tabTo(page, zones.getByRole('button', { name: 'Ferdig med Tung pust, gul sone' }));
    await page.keyboard.press('Enter');
    expect(await card.getByRole('heading', { level: 4 }).allInnerTexts()).toEqual(['Gul', 'Rød']);
  });

  test('F4, F5: a medicine in the home is written with the keyboard alone, and says that it has expired', async () => {
    const page = await open('Jonas Haugland');
    const standby = await enter(page, 'standby-medicines');
    await standby.getByText(/Går ut om \d+ dager/).waitFor();
    await tabTo(page, standby.getByRole('button', { name: 'Legg til legemiddel' }));
    await page.keyboard.press('Enter');
    await page.keyboard.type('Sprøyte mot kløe');
    await tabTo(page, standby.getByLabel('Holdbart til'));
    await page.keyboard.type('01022020');
    await tabTo(page, standby.getByRole('button', { name: 'Ferdig med Sprøyte mot kløe' }));
    await page.keyboard.press('Enter');
    const card = standby.locator('.care-card', { hasText: 'Sprøyte mot kløe' });
    await card.getByText(/Gikk ut for \d+ dager siden/).waitFor();
    await tabTo(page, card.getByRole('button', { name: 'Fjern Sprøyte mot kløe' }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('Enter');
    await card.waitFor();
  });

  test('F4, F5: a doctor writes a decision with the keyboard alone; old ones say so; others only read', async () => {
    const page = await open('Anne Lindqvist');
    const decisions = await enter(page, 'decisions');
    await decisions.getByText('Over ett år siden: bør tas opp igjen').waitFor();
    await tabTo(page, decisions.getByRole('button', { name: 'Legg til avgjørelse' }));
    await page.keyboard.press('Enter');
    await page.keyboard.press('i');
    const form = decisions.locator('.values-form');
    await tabTo(page, form.getByLabel('Avgjørelse'));
    await page.keyboard.type('Ingen intensivbehandling');
    const decider = form.getByLabel('Bestemt av lege');
    expect(await decider.locator('option').allInnerTexts()).toHaveLength(4);
    await tabTo(page, decider);
    await page.keyboard.press('A');
    await tabTo(page, decisions.getByRole('button', { name: 'Ferdig med Intensivbehandling' }));
    await page.keyboard.press('Enter');
    const nurse = await open('Fatima Yilmaz');
    const card = section(nurse, 'decisions').locator('.care-card', { hasText: 'Ingen intensivbehandling' });
    await card.getByText('Anne Lindqvist, fastlege').waitFor();
    expect(
      await section(nurse, 'decisions')
        .getByRole('button', { name: /^(Endre|Fjern|Legg til)/ })
        .count(),
    ).toBe(0);
  });

  test('F5: a decision and a wish point to one another', async () => {
    const page = await open('Anne Lindqvist');
    await section(page, 'decisions').getByRole('link', { name: 'Ønsker for siste tid' }).press('Enter');
    expect(await hasFocus(page.locator('#plan-wishes'))).toBe(true);
    await page
      .getByRole('region', { name: 'Ønsker for siste tid', exact: true })
      .getByRole('link', { name: headings.decisions })
      .press('Enter');
    expect(await hasFocus(page.locator('#plan-decisions'))).toBe(true);
  });

  test('F4, F5: a contact is written with the keyboard alone, and what the plan lacks is said', async () => {
    const page = await open('Kari Nymoen');
    const contacts = await enter(page, 'contacts');
    await contacts.getByRole('link', { name: 'Ring Legevakten, 116117' }).waitFor();
    await tabTo(page, contacts.getByRole('button', { name: 'Fjern Bøler legekontor, legen som har vakt' }));
    await page.keyboard.press('Enter');
    await contacts.getByText('Dette mangler i kontaktplanen:').waitFor();
    await contacts.getByText('Hvem dere ringer når fastlegen er borte').waitFor();
    await tabTo(page, contacts.getByRole('button', { name: 'Legg til kontakt' }));
    await page.keyboard.press('Enter');
    await page.keyboard.type('Vikaren');
    await tabTo(page, contacts.getByLabel('Hva slags kontakt'));
    await page.keyboard.press('n');
    await tabTo(page, contacts.getByLabel('Telefon', { exact: true }));
    await page.keyboard.type('22 00 00 13');
    await tabTo(page, contacts.getByRole('button', { name: 'Ferdig med Vikaren' }));
    await page.keyboard.press('Enter');
    await contacts.getByRole('link', { name: 'Ring Vikaren, 22 00 00 13' }).waitFor();
    await contacts.getByText('Dette mangler i kontaktplanen:').waitFor({ state: 'detached' });
  });
});

describe.each([
  ['1280 px', { width: 1280, height: 900 }],
  ['320 px', narrow],
] as const)('at %s', (_width, viewport) => {
  test.each(['Anne Lindqvist', 'Harald Solbakken'])(
    'H6: axe finds nothing in these sections as %s has them, read and being written',
    async (name) => {
      const page = await open(name, { viewport });
      await expectAccessible(page);
      await expectReflow(page);
      for (const id of Object.keys(headings) as OwnSection[]) {
        const change = section(page, id).getByRole('button', { name: /^(Endre|Fyll ut nå)/ });
        if ((await change.count()) > 0) await change.first().click();
      }
      await expectAccessible(page);
      await expectReflow(page);
    },
  );
});
