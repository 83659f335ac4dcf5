/** The sections of cards with a form of their own, written with the keyboard alone: zones, standby medicines, decisions, contacts. */
import { expect, test } from 'vitest';
import { hasFocus, tabTo } from '../support/keyboard.ts';
import { enter, PlanScreens, sectionOn } from '../support/planScreens.ts';

const screens = PlanScreens.forFile();

test('F4: a zone is written with the keyboard alone, and its number can be rung', async () => {
  const page = await screens.open('Erik Dahl');
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
  const page = await screens.open('Jonas Haugland');
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
  const page = await screens.open('Anne Lindqvist');
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
  const nurse = await screens.open('Fatima Yilmaz');
  const card = sectionOn(nurse, 'decisions').locator('.care-card', { hasText: 'Ingen intensivbehandling' });
  await card.getByText('Anne Lindqvist, fastlege').waitFor();
  expect(
    await sectionOn(nurse, 'decisions')
      .getByRole('button', { name: /^(Endre|Fjern|Legg til)/ })
      .count(),
  ).toBe(0);
});

test('F5: a decision and a wish point to one another', async () => {
  const page = await screens.open('Anne Lindqvist');
  await sectionOn(page, 'decisions').getByRole('link', { name: 'Ønsker for siste tid' }).press('Enter');
  expect(await hasFocus(page.locator('#plan-wishes'))).toBe(true);
  await page
    .getByRole('region', { name: 'Ønsker for siste tid', exact: true })
    .getByRole('link', { name: 'Behandlingsavklaringer' })
    .press('Enter');
  expect(await hasFocus(page.locator('#plan-decisions'))).toBe(true);
});

test('F4, F5: a contact is written with the keyboard alone, and what the plan lacks is said', async () => {
  const page = await screens.open('Kari Nymoen');
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
