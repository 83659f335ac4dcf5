/** Puts together what a plan's versions need: making, reading and signing them behind one gate. */
import type { CareTeam } from '../../access/careTeam.ts';
import type { AuditLog } from '../../audit/auditLog.ts';
import type { VersionStore } from '../../storage/versionStore.ts';
import type { LiveSections } from '../liveSections.ts';
import type { PlanContents } from '../planContents.ts';
import type { PlanNotices } from '../planNotices.ts';
import { VersionGate } from './versionGate.ts';
import { VersionReader } from './versionReader.ts';
import { VersionService } from './versionService.ts';
import { VersionSigning } from './versionSigning.ts';

interface Dependencies {
  readonly store: VersionStore;
  readonly careTeam: CareTeam;
  readonly sections: LiveSections;
  readonly contents: PlanContents;
  readonly notices: PlanNotices;
  readonly audit: AuditLog;
  readonly now: () => Date;
}

export interface Versions {
  readonly service: VersionService;
  readonly reader: VersionReader;
  readonly signing: VersionSigning;
}

export function createVersions(dependencies: Dependencies): Versions {
  const parts = { ...dependencies, gate: new VersionGate(dependencies) };
  return { service: new VersionService(parts), reader: new VersionReader(parts), signing: new VersionSigning(parts) };
}
