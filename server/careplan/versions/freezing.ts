/** Makes a sealed version of a plan from its sections as they are at one moment. */
import { canonicalJson, sha256 } from '../../../shared/careplan/canonical.ts';
import { sectionSeal, versionSeal, type SealedVersion } from '../../../shared/careplan/seal.ts';
import { newId } from '../../../shared/domain/ids.ts';
import type { FrozenSection, StoredVersion } from '../../storage/versionStore.ts';
import type { SectionState } from '../planContents.ts';

/** Freezes sections, each with a salt of its own; in the order of their ids, which does not change with the plan's. */
export async function freezeSections(states: readonly SectionState[]): Promise<FrozenSection[]> {
  const frozen = await Promise.all(
    states.map(async ({ content, document }) => {
      const sealed = { section: content.section, salt: newId(), content: canonicalJson(content) };
      const hash = await sectionSeal({ ...sealed, documentHash: await sha256(document) });
      return { ...sealed, document, hash };
    }),
  );
  return frozen.sort((one, other) => (one.section < other.section ? -1 : 1));
}

/** Seals a version of these sections under a new id. */
export async function sealVersion(
  about: Omit<SealedVersion, 'sections'>,
  frozen: readonly FrozenSection[],
): Promise<StoredVersion> {
  const sealed = { ...about, sections: frozen.map(({ section, hash }) => ({ section, hash })) };
  return { ...sealed, id: newId(), hash: await versionSeal(sealed) };
}
