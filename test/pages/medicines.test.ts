/** The list of medicines: resolved, signed, and told by the patient, with the keyboard alone too. */
import { expect, test } from 'vitest';
import { expectAccessible, expectReflow, phone } from '../support/browser.ts';
import { tabTo } from '../support/keyboard.ts';
import { enter, planSaved, PlanScreens, sectionOn } from '../support/planScreens.ts';

const screens = PlanScreens.forFile();

test('F1: a list goes from unresolved to signed, for all who have it open, and a new letter opens it again', async () => {
  const page = await screens.open('Anne Lindqvist');
  const nurse = await screens.open('Fatima Yilmaz');
  const medicines = sectionOn(page, 'medicines');
  await medicines.getByText('3 av 11 linjer er ikke avklart.').waitFor();
  const sign = medicines.getByRole('button', { name: 'Signer listen som lege' });
  expect(await sign.getAttribute('aria-disabled')).toBe('true');
  expect(await sectionOn(nurse, 'medicines').getByRole('button', { name: 'Signer listen som lege' }).count()).toBe(0);
  const line = (name: string) =>
    medicines.locator('.drug').filter({ has: page.getByRole('heading', { name, exact: true }) });
  await line('Morfin tablett ved behov').getByLabel('Hvorfor').fill('Avtalt ved utskrivning');
  await line('Amlodipin').getByLabel('Endring').selectOption('Uendret');
  await line('Omega-3').getByLabel('Endring').selectOption('Nytt');
  await medicines.getByText('1 av 11 linjer er ikke avklart.').waitFor();
  await line('Omega-3').getByText('Ikke avklart: skriv hvorfor').waitFor();
  await line('Omega-3').getByLabel('Hvorfor').fill('Kjøpt selv');
  await medicines.getByText('Alle 11 linjer er avklart.').waitFor();
  await planSaved(page);
  await expectAccessible(page);
  await sign.click();
  await medicines.getByText(/Signert av Anne Lindqvist, fastlege/).waitFor();
  await sectionOn(nurse, 'medicines')
    .getByText(/Signert av Anne Lindqvist, fastlege/)
    .waitFor();
  await sectionOn(nurse, 'medicines').getByRole('button', { name: 'Legg til kilde' }).click();
  const form = sectionOn(nurse, 'medicines').locator('samrad-row-list');
  await form.getByLabel('Kilde', { exact: true }).selectOption('Epikrise');
  await form.getByLabel('Datert').fill('2099-11-14');
  await medicines.getByText('Ny epikrise 14. nov.: må samstemmes på nytt.').waitFor();
  await line('Amlodipin').getByLabel('Endring').selectOption('Avsluttet');
  await medicines.getByText('Endret etter signeringen: Amlodipin.').waitFor();
});

test('F2, F4: the patient says what they take with the keyboard alone, and everybody sees it', async () => {
  const page = await screens.open('Harald Solbakken', { viewport: phone, unfolded: ['medicines'] });
  const nurse = await screens.open('Fatima Yilmaz');
  const medicines = await enter(page, 'medicines');
  await tabTo(page, medicines.getByRole('button', { name: /^Endre det jeg tar ?: Paracetamol$/ }));
  await page.keyboard.press('Enter');
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type('Bare når jeg må');
  await tabTo(page, medicines.getByRole('button', { name: 'Lagre', exact: true }));
  await page.keyboard.press('Enter');
  await sectionOn(nurse, 'medicines').getByText('Bare når jeg må').waitFor();
  await tabTo(page, medicines.getByRole('button', { name: 'Legg til noe jeg tar' }));
  await page.keyboard.press('Enter');
  await page.keyboard.type('Tran');
  await page.keyboard.press('Tab');
  await page.keyboard.type('En skje om dagen');
  await tabTo(page, medicines.getByRole('button', { name: 'Lagre', exact: true }));
  await page.keyboard.press('Enter');
  await sectionOn(nurse, 'medicines').getByRole('heading', { name: 'Tran' }).waitFor();
  await expectReflow(page);
  await expectAccessible(page);
});

test('F4: a doctor resolves and adds lines with the keyboard alone', async () => {
  const page = await screens.open('Jonas Haugland');
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
