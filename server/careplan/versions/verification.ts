/** Recomputes all seals of a version from what is stored, and says what fits and what does not. */
import { sha256 } from '../../../shared/careplan/canonical.ts';
import { sectionSeal, signatureSeal, versionSeal } from '../../../shared/careplan/seal.ts';
import type { SectionId } from '../../../shared/careplan/sections.ts';
import type { Verification } from '../../../shared/protocol/routes/versions.ts';
import type { FrozenSection, StoredSignature, StoredVersion } from '../../storage/versionStore.ts';

type Finding = Verification['version'];

/** All that the answer is made from. `plan` are all versions of the plan, `gone` the numbers of deleted drafts. */
interface Stored {
  readonly version: StoredVersion;
  readonly sections: readonly FrozenSection[];
  readonly signatures: readonly StoredSignature[];
  readonly plan: readonly StoredVersion[];
  readonly gone: readonly number[];
  /** The hash with which the audit log says that it was made; null where it says nothing. */
  readonly recordedHash: string | null;
}

/** `readable`: the sections that are named; the others are answered for together. */
export async function verify(stored: Stored, readable: ReadonlySet<SectionId>): Promise<Verification> {
  const { version, signatures, plan, gone, recordedHash } = stored;
  const sections = await Promise.all(stored.sections.map(verifySection));
  const others = sections.filter(({ section }) => !readable.has(section));
  const answer = {
    // Whoever rewrites a version can seal it anew, but not in the audit log, whose chain shows it.
    version: finding((await versionSeal(version)) === version.hash && recordedHash === version.hash),
    sections: sections.filter(({ section }) => readable.has(section)),
    otherSections: finding(others.every((section) => section.finding === 'fits')),
    signatures: await Promise.all(signatures.map((signature) => verifySignature(signature, version))),
    chain: finding(await followsItsPrevious(version, plan)),
    missing: missingNumbers(plan, gone),
  };
  const findings = [
    answer.version,
    answer.otherSections,
    answer.chain,
    ...[...answer.sections, ...answer.signatures].map((part) => part.finding),
  ];
  return { fits: answer.missing.length === 0 && findings.every((each) => each === 'fits'), ...answer };
}

function finding(fits: boolean): Finding {
  return fits ? 'fits' : 'changed';
}

async function verifySection({ section, salt, content, document, hash }: FrozenSection) {
  const recomputed = await sectionSeal({ section, salt, content, documentHash: await sha256(document) });
  return { section, finding: finding(recomputed === hash) };
}

async function verifySignature(signature: StoredSignature, version: StoredVersion) {
  const { person, kind, versionHash, hash } = signature;
  const fits = versionHash === version.hash && (await signatureSeal(signature)) === hash;
  return { person, kind, finding: finding(fits) };
}

/** Whether the version that this one names as the one before is there, earlier, and as it was. */
async function followsItsPrevious(version: StoredVersion, plan: readonly StoredVersion[]): Promise<boolean> {
  if (version.previousHash === null) return true;
  const previous = plan.find(({ hash }) => hash === version.previousHash);
  return previous !== undefined && previous.number < version.number && (await versionSeal(previous)) === previous.hash;
}

function missingNumbers(plan: readonly StoredVersion[], gone: readonly number[]): number[] {
  const known = new Set([...plan.map(({ number }) => number), ...gone]);
  const last = Math.max(0, ...known);
  return Array.from({ length: last }, (_, place) => place + 1).filter((number) => !known.has(number));
}
