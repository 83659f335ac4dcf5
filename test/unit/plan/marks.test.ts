import { expect, test } from 'vitest';
import { missingKinds } from '../../../client/plan/contacts/missingKinds.ts';
import { isOldDecision } from '../../../client/plan/decisions/oldDecision.ts';
import { expiryOf } from '../../../client/plan/standby/expiry.ts';

test('F5: a medicine in the home is good, expires soon, or has expired, by the day', () => {
  const on = (expires: string) => expiryOf(expires, '2026-11-23', 30);
  expect(on('')).toEqual({ kind: 'unknown' });
  expect(on('2026-12-24')).toEqual({ kind: 'good' });
  expect(on('2026-12-23')).toEqual({ kind: 'soon', days: 30 });
  expect(on('2026-11-23')).toEqual({ kind: 'soon', days: 0 });
  expect(on('2026-11-22')).toEqual({ kind: 'expired', days: 1 });
});

test('F5: a decision about resuscitation is old after its months, and no other decision is by rule', () => {
  const old = (about: string, on: string) => isOldDecision({ values: { about, on } }, '2026-11-23');
  expect(old('resuscitation', '2025-11-23')).toBe(false);
  expect(old('resuscitation', '2025-11-22')).toBe(true);
  expect(old('resuscitation', '')).toBe(false);
  expect(old('admission', '2020-01-01')).toBe(false);
});

test('F5: the contact plan names whom it lacks; one without a number is nobody to ring', () => {
  expect(missingKinds([])).toEqual(['gp', 'gp-away', 'contact-doctor', 'open-return']);
  const contacts = ['gp', 'gp-away', 'contact-doctor'].map((kind) => ({ kind, phone: '22 00 00 11' }));
  expect(missingKinds([...contacts, { kind: 'open-return', phone: ' ' }])).toEqual(['open-return']);
});
