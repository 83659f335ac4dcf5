/**
 * The seals of a version: hashes that let anybody who holds a part of it make sure that nothing was changed since it was
 * signed. A section's hash tells nothing of its content to those who may not read it, because a salt that only readers
 * get is in it; so they too can verify the whole.
 */
import type { Role } from '../domain/roles.ts';
import { canonicalJson, sha256 } from './canonical.ts';
import type { SectionId } from './sections.ts';

/** What a section's hash is made over. */
export interface SealedSection {
  readonly section: SectionId;
  readonly salt: string;
  /** The content as canonical JSON, exactly as it was frozen. */
  readonly content: string;
  /** SHA-256 of the section's document, from which it can be restored. */
  readonly documentHash: string;
}

/** Somebody as the team knew them when they acted. */
export interface SealedPerson {
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
}

/** What a version's hash is made over. Times are ISO 8601 in UTC. */
export interface SealedVersion {
  readonly planId: string;
  readonly number: number;
  readonly name: string;
  readonly reason: string;
  /** The id of the version that this one corrects, or null. */
  readonly corrects: string | null;
  /** The hash of the newest version that was signed before this one was made, or null for the first. */
  readonly previousHash: string | null;
  readonly createdAt: string;
  readonly createdBy: SealedPerson;
  readonly sections: readonly { readonly section: SectionId; readonly hash: string }[];
}

export const signatureKinds = ['sign', 'approve'] as const;
export type SignatureKind = (typeof signatureKinds)[number];

/** What a signature's hash is made over. */
export interface SealedSignature {
  readonly kind: SignatureKind;
  readonly person: SealedPerson;
  readonly at: string;
  /** The hash of the version that was signed. */
  readonly versionHash: string;
}

/** @returns 64 hexadecimal digits, as the other seals */
export async function sectionSeal({ section, salt, content, documentHash }: SealedSection): Promise<string> {
  return sha256(canonicalJson({ section, salt, content: await sha256(content), document: documentHash }));
}

export function versionSeal(version: SealedVersion): Promise<string> {
  const { planId, number, name, reason, corrects, previousHash, createdAt, createdBy, sections } = version;
  return sha256(
    canonicalJson({
      plan: planId,
      number,
      name,
      reason,
      corrects,
      previous: previousHash,
      createdAt,
      createdBy: personForm(createdBy),
      sections: sections.map(({ section, hash }) => [section, hash]),
    }),
  );
}

export function signatureSeal({ kind, person, at, versionHash }: SealedSignature): Promise<string> {
  return sha256(canonicalJson({ kind, person: personForm(person), at, version: versionHash }));
}

/** How a hash is written where people compare it: the first sixteen digits in groups of four. */
export function shortHash(hash: string): string {
  return hash.slice(0, 16).replaceAll(/(.{4})(?=.)/g, '$1 ');
}

/** Only what is sealed, whatever else the object carries. */
function personForm({ personId, name, role, organisation }: SealedPerson) {
  return { personId, name, role, organisation };
}
