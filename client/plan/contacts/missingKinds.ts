/** Which kinds of contact a plan has nobody for. Pure. */
import type { Contact } from './contactRow.ts';

/** Kinds that every contact plan should name, beside the hours of the week. R9: who is rung when the GP is away. */
const expectedKinds = ['gp', 'gp-away', 'contact-doctor', 'open-return'] as const;
export type ExpectedKind = (typeof expectedKinds)[number];

/** The expected kinds for which no contact with a telephone number stands in the plan. */
export function missingKinds(contacts: readonly Pick<Contact, 'kind' | 'phone'>[]): ExpectedKind[] {
  return expectedKinds.filter(
    (expected) => !contacts.some(({ kind, phone }) => kind === expected && phone.trim() !== ''),
  );
}
