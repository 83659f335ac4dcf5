/** Verifies a version twice: by the server, which recomputes all of it, and in this page, which recomputes what it may read. */
import { sectionSeal, signatureSeal, versionSeal } from '../../shared/careplan/seal.ts';
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import type { Verification } from '../../shared/protocol/routes/versions.ts';
import { call } from '../api/rest.ts';

/** What this page found by itself; `unable` where the browser makes no hashes, because the connection is not secure. */
export type OwnFinding = 'fits' | 'changed' | 'unable';

export interface CheckResult {
  readonly server: Verification;
  readonly own: OwnFinding;
  /** The sections that this page found to be changed. */
  readonly ownChanged: ReadonlySet<string>;
}

/** @throws SamradError */
export async function checkVersion(planId: string, versionId: string): Promise<CheckResult> {
  const [server, read] = await Promise.all([
    call('verifyVersion', { planId, versionId }, {}),
    call('version', { planId, versionId }, {}),
  ]);
  if (!globalThis.isSecureContext) return { server, own: 'unable', ownChanged: new Set() };
  return { server, ...(await recompute(read)) };
}

async function recompute({
  version,
  contents,
}: RouteOutput<'version'>): Promise<Pick<CheckResult, 'own' | 'ownChanged'>> {
  const sealed = new Map(version.sections.map(({ section, hash }) => [section, hash]));
  const seals = await Promise.all(
    contents.map(async (content) => ({
      section: content.section,
      fits: (await sectionSeal(content)) === sealed.get(content.section),
    })),
  );
  const ownChanged = new Set(seals.filter(({ fits }) => !fits).map(({ section }) => section));
  const signatures = await Promise.all(
    version.signatures.map(
      async (signature) =>
        signature.versionHash === version.hash && (await signatureSeal(signature)) === signature.hash,
    ),
  );
  const whole = (await versionSeal(version)) === version.hash;
  const fits = whole && ownChanged.size === 0 && signatures.every(Boolean);
  return { own: fits ? 'fits' : 'changed', ownChanged };
}
