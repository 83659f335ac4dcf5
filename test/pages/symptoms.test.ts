/** How somebody has it, as they and those around them answer: by touch, and with the keyboard alone. */
import { expect, test } from 'vitest';
import { expectAccessible, expectReflow, phone } from '../support/browser.ts';
import { tabTo } from '../support/keyboard.ts';
import { enter, planSaved, PlanScreens, sectionOn } from '../support/planScreens.ts';

const screens = PlanScreens.forFile();

test('F3: the patient answers by touch on a phone; a reload on the way loses nothing', async () => {
  const page = await screens.open('Harald Solbakken', { viewport: phone, unfolded: ['symptoms'], touch: true });
  const symptoms = sectionOn(page, 'symptoms');
  const score = (name: string, value: string) =>
    symptoms.getByRole('group', { name }).locator('label', { hasText: new RegExp(`^\\s*${value}(\\s|,|$)`) });
  await symptoms.getByRole('button', { name: 'Fyll ut nå' }).tap();
  await score('Smerte Hvor vondt har du?', '4').tap();
  await score('Kvalme Hvor kvalm er du?', 'Kan ikke vurdere').tap();
  await symptoms.getByText('2 av 9 er besvart.').waitFor();
  await planSaved(page);
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
  const page = await screens.open('Harald Solbakken', { viewport: phone, unfolded: ['symptoms'] });
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
  const page = await screens.open('Fatima Yilmaz');
  const symptoms = sectionOn(page, 'symptoms');
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
