/** The REST API on a page: which service answers which group of routes. */
import type { RtpCapabilities } from '../../shared/protocol/media.ts';
import type { Areas } from '../administration/areas.ts';
import type { Organisations } from '../administration/organisations.ts';
import type { UnusualAccess } from '../audit/unusualAccess.ts';
import type { AccessLog } from '../audit/accessLog.ts';
import type { ConsentService } from '../access/consentService.ts';
import type { DemoPeople } from '../access/demoPeople.ts';
import type { EmergencyAccess } from '../access/emergencyAccess.ts';
import type { MemberNumbers } from '../access/memberNumbers.ts';
import type { Memberships } from '../access/memberships.ts';
import type { NewPlans } from '../access/newPlans.ts';
import type { IdentityProviders } from '../access/oidc/identityProviders.ts';
import type { Passkeys } from '../access/passkeys/passkeys.ts';
import type { StaffRegister } from '../access/passkeys/staff.ts';
import type { OwnSessions } from '../access/ownSessions.ts';
import type { Session, Sessions } from '../access/sessions.ts';
import type { Comments } from '../careplan/comments.ts';
import type { HistoryService } from '../careplan/historyService.ts';
import type { MedicinesService } from '../careplan/medicinesService.ts';
import type { PlanContents } from '../careplan/planContents.ts';
import type { PlanService } from '../careplan/planService.ts';
import type { TemplateService } from '../careplan/templateService.ts';
import type { TransitionService } from '../careplan/transitions/transitionService.ts';
import type { Versions } from '../careplan/versions/versions.ts';
import type { Invitations } from '../meetings/invitations.ts';
import type { MeetingMails } from '../meetings/meetingMails.ts';
import type { MeetingService } from '../meetings/meetingService.ts';
import type { MinutesService } from '../meetings/minutes/minutesService.ts';
import type { PlanDeletions } from '../retention/planDeletions.ts';
import type { FindingService } from '../tasks/findingService.ts';
import type { RuleSettings } from '../tasks/ruleSettings.ts';
import type { GiveCookie } from './giveCookie.ts';
import type { Handlers } from './handler.ts';
import { administrationHandlers } from './handlers/administration.ts';
import { accessLogHandlers } from './handlers/accessLog.ts';
import { commentHandlers } from './handlers/comments.ts';
import { consentHandlers } from './handlers/consents.ts';
import { emergencyHandlers } from './handlers/emergencyAccess.ts';
import { historyHandlers } from './handlers/history.ts';
import { medicinesHandlers } from './handlers/medicines.ts';
import { minutesHandlers } from './handlers/minutes.ts';
import { meetingHandlers } from './handlers/meetings.ts';
import { passkeyHandlers } from './handlers/passkeys.ts';
import { planHandlers } from './handlers/plan.ts';
import { ruleHandlers } from './handlers/rules.ts';
import { sessionHandlers } from './handlers/session.ts';
import { signInHandlers } from './handlers/signIn.ts';
import { taskHandlers } from './handlers/tasks.ts';
import { teamHandlers } from './handlers/team.ts';
import { templateHandlers } from './handlers/templates.ts';
import { transitionHandlers } from './handlers/transitions.ts';
import { versionHandlers } from './handlers/versions.ts';
import type { MyTasks } from '../tasks/myTasks.ts';
import type { Origins } from './origins.ts';

export interface Services {
  readonly sessions: Sessions;
  readonly ownSessions: OwnSessions;
  readonly demoPeople: DemoPeople;
  readonly plans: PlanService;
  readonly contents: PlanContents;
  readonly versions: Versions;
  readonly meetings: MeetingService;
  readonly minutes: MinutesService;
  readonly medicines: MedicinesService;
  readonly comments: Comments;
  readonly history: HistoryService;
  readonly memberships: Memberships;
  readonly memberNumbers: MemberNumbers;
  readonly newPlans: NewPlans;
  /** Null where nobody signs in by a passkey. */
  readonly passkeys: Passkeys | null;
  readonly staffRegister: StaffRegister;
  readonly areas: Areas;
  readonly organisations: Organisations;
  readonly unusualAccess: UnusualAccess;
  readonly planDeletions: PlanDeletions;
  readonly emergencyAccess: EmergencyAccess;
  readonly consents: ConsentService;
  readonly accessLog: AccessLog;
  readonly invitations: Invitations;
  readonly mails: MeetingMails;
  /** What every meeting's room can pass on. */
  readonly routerRtpCapabilities: RtpCapabilities;
  readonly transitions: TransitionService;
  readonly myTasks: MyTasks;
  readonly templates: TemplateService;
  readonly findings: FindingService;
  readonly ruleSettings: RuleSettings;
  readonly origins: Origins;
  readonly giveCookie: GiveCookie;
  readonly identityProviders: IdentityProviders | null;
  /** Whether people are chosen from the demo page. */
  readonly demo: boolean;
}

export function createHandlers(services: Services): Handlers {
  const { identityProviders } = services;
  const endUrl = async (session: Session, returnTo: string): Promise<string | null> =>
    identityProviders && identityProviders.providerSessions.endUrl(session, returnTo);
  return {
    ...sessionHandlers({ ...services, endUrl }),
    ...teamHandlers(services),
    ...signInHandlers({ providers: identityProviders?.providers ?? [], passkeys: services.passkeys !== null }),
    ...planHandlers(services),
    ...versionHandlers(services),
    ...medicinesHandlers(services),
    ...commentHandlers(services),
    ...historyHandlers(services),
    ...consentHandlers(services),
    ...accessLogHandlers(services),
    ...emergencyHandlers(services),
    ...passkeyHandlers(services),
    ...administrationHandlers(services),
    ...meetingHandlers(services),
    ...minutesHandlers(services),
    ...transitionHandlers(services),
    ...ruleHandlers(services),
    ...templateHandlers(services),
    ...taskHandlers(services),
  };
}
