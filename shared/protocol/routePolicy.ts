/**
 * Who gets an answer from each REST call, and what is recorded of it: one line for every route, or the types do not fit.
 * It says who may at all; whether it can be done now (a draft that is signed, a task that is somebody else's) is decided
 * where it is done. Sources of the roles: the care team's domain description, and shared/domain/policy.ts.
 */
import type { SectionId } from '../careplan/sections.ts';
import type { AuditAction } from '../domain/auditAction.ts';
import { coreProfessionals, roles, type Role } from '../domain/roles.ts';
import { takesPartInMinutes } from '../meetings/minutes.ts';
import type { RouteName } from './rest.ts';

/** Who is asked for: anybody, anybody with a session, administrators, or members of the plan's team. */
export type Who =
  | { readonly kind: 'anyone' }
  | { readonly kind: 'signed-in' }
  | { readonly kind: 'administrator' }
  | {
      readonly kind: 'team';
      readonly roles: readonly Role[];
      /** Roles that may do it with what they themselves have made, or what is theirs. */
      readonly own: readonly Role[];
      /** Whether also one who came by a meeting link and was let in. `waiting`: before being let in, too. */
      readonly byLink: 'no' | 'admitted' | 'waiting';
      /** What they must be able to do in a section now; `any`: read at least one. */
      readonly section: { readonly id: SectionId | 'any'; readonly access: 'read' | 'write' } | null;
    };

export interface RoutePolicy {
  readonly who: Who;
  /** The record of it, done or refused; null where nothing of a person is read or changed. */
  readonly record: AuditAction | null;
  /** Pages ask again whenever something has changed: it is recorded once for each visit to the plan. */
  readonly oncePerVisit?: true;
}

const anyone: Who = { kind: 'anyone' };
const signedIn: Who = { kind: 'signed-in' };
const administrator: Who = { kind: 'administrator' };

type TeamOptions = Partial<Omit<Extract<Who, { kind: 'team' }>, 'kind' | 'roles'>>;
const team = (
  some: readonly Role[] = roles,
  { own = [], byLink = 'admitted', section = null }: TeamOptions = {},
): Who => ({
  kind: 'team',
  roles: some,
  own,
  byLink,
  section,
});
const reads = (id: SectionId | 'any'): Who => team(roles, { section: { id, access: 'read' } });
const writes = (id: SectionId): Who => team(roles, { section: { id, access: 'write' } });
const byName = { byLink: 'no' } as const;
const core: readonly Role[] = coreProfessionals;

/** Routes whose section is named in the address: the test asks for the contact plan. */
const namedSection = 'contacts';

export const routePolicy: { readonly [Name in RouteName]: RoutePolicy } = {
  session: { who: anyone, record: null },
  signInProviders: { who: anyone, record: null },
  demoPeople: { who: anyone, record: null },
  mailbox: { who: anyone, record: null },
  demoSignIn: { who: anyone, record: 'sign-in' },
  signOut: { who: signedIn, record: 'sign-out' },
  stayActive: { who: signedIn, record: null },
  ownSessions: { who: signedIn, record: 'session:read' },
  endSession: { who: signedIn, record: 'session:end' },
  endOtherSessions: { who: signedIn, record: 'session:end' },
  redeemLink: { who: anyone, record: 'link:redeem' },

  passkeyInvitation: { who: anyone, record: null },
  passkeyRegistration: { who: anyone, record: null },
  registerPasskey: { who: anyone, record: 'passkey:register' },
  passkeyChallenge: { who: anyone, record: null },
  passkeySignIn: { who: anyone, record: 'sign-in' },
  staff: { who: administrator, record: 'staff:read' },
  inviteStaff: { who: administrator, record: 'staff:invite' },
  inviteStaffAgain: { who: administrator, record: 'staff:invite' },
  unusualAccess: { who: administrator, record: 'staff:control' },
  endStaff: { who: administrator, record: 'staff:end' },

  areas: { who: administrator, record: 'area:read' },
  addArea: { who: administrator, record: 'area:add' },
  setAreaValue: { who: administrator, record: 'area:set' },
  organisations: { who: signedIn, record: null },
  putOrganisation: { who: administrator, record: 'organisation:put' },
  endOrganisation: { who: administrator, record: 'organisation:end' },
  planArea: { who: team(), record: 'area:of-plan' },
  placePlan: { who: team(['coordinator'], byName), record: 'area:place' },

  home: { who: signedIn, record: 'plan:list' },
  // Only professionals; whether one is one is known where it is done.
  createPlan: { who: signedIn, record: 'plan:create' },
  plan: { who: team(), record: 'plan:read' },
  deletePlan: { who: team(['patient', 'coordinator'], byName), record: 'plan:delete' },
  keepPlan: { who: team(['patient', 'coordinator'], byName), record: 'plan:keep' },
  // Only professionals outside the team, in the place that it gives them.
  openEmergency: { who: signedIn, record: 'plan:emergency' },
  // Those of the plans whose patient or coordinator one is.
  emergencies: { who: signedIn, record: 'emergency:read' },
  acknowledgeEmergency: { who: signedIn, record: 'emergency:seen' },
  ownTasks: { who: team(), record: 'tasks:read-own' },
  setOwnTaskStatus: { who: team([], { own: roles }), record: 'tasks:set-status' },
  myTasks: { who: signedIn, record: 'tasks:read-mine' },
  lateTasks: { who: signedIn, record: 'tasks:count-late' },
  findings: { who: team(), record: 'findings:read' },
  rules: { who: signedIn, record: 'rules:read' },

  createMeeting: { who: team(core, byName), record: 'meeting:create' },
  meeting: { who: team(roles, { byLink: 'waiting' }), record: 'meeting:read' },
  changeMeeting: { who: team(['coordinator'], { ...byName, own: core }), record: 'meeting:change' },
  cancelMeeting: { who: team(['coordinator'], { ...byName, own: core }), record: 'meeting:cancel' },
  sendInvitations: { who: team(['coordinator'], { ...byName, own: core }), record: 'link:create' },
  planMeetings: { who: team(), record: 'meeting:read' },
  meetingRecord: { who: team(roles.filter(takesPartInMinutes)), record: 'minutes:read' },
  finishMinutes: { who: team(['coordinator'], { ...byName, own: core }), record: 'minutes:finish' },
  approveMinutes: {
    who: team(['gp', 'coordinator', 'patient'], { ...byName, own: roles.filter(takesPartInMinutes) }),
    record: 'minutes:approve',
  },
  revokeLink: { who: team(['coordinator'], { ...byName, own: core }), record: 'link:revoke' },
  createLinks: { who: team(['coordinator'], { ...byName, own: core }), record: 'link:create' },

  accessLog: { who: team(['patient'], byName), record: 'log:read' },

  medicinesState: { who: reads('medicines'), record: 'medicines:state' },
  signMedicines: { who: team(['gp', 'oncologist'], byName), record: 'medicines:sign' },
  setOwnMedicine: { who: team(['patient']), record: 'medicines:set-own' },

  team: { who: team(), record: 'team:read' },
  findProfessionals: { who: team(['patient', 'coordinator'], byName), record: 'team:search' },
  inviteMember: { who: team(['patient', 'coordinator'], byName), record: 'team:invite' },
  withdrawInvitation: { who: team(['patient', 'coordinator'], byName), record: 'team:withdraw' },
  // Anybody may also end their own.
  endMembership: { who: team(['patient', 'coordinator'], byName), record: 'team:end' },
  registerNumber: { who: team(['coordinator'], byName), record: 'identity:announce' },
  ownInvitations: { who: signedIn, record: 'team:invitations' },
  answerInvitation: { who: signedIn, record: 'team:answer' },

  consents: { who: team(), record: 'consent:read' },
  giveConsent: { who: team(['patient', 'coordinator'], byName), record: 'consent:give' },
  withdrawConsents: { who: team(['patient', 'coordinator'], byName), record: 'consent:withdraw' },

  threads: { who: team(), record: 'comments:read' },
  startThread: { who: team(roles.filter((role) => role !== 'interpreter')), record: 'comments:write' },
  addComment: { who: reads(namedSection), record: 'comments:write' },
  resolveThread: { who: team(core, { own: roles }), record: 'comments:resolve' },

  history: { who: team(), record: 'history:read', oncePerVisit: true },
  markSeen: { who: team(), record: 'history:mark-seen' },
  rowHistory: { who: reads(namedSection), record: 'history:read' },
  purgeSection: { who: writes(namedSection), record: 'section:purge' },

  planContent: { who: reads('any'), record: 'plan:export' },
  presentContent: { who: reads('any'), record: 'version:read' },
  versions: { who: reads('any'), record: 'version:list' },
  approval: { who: reads('any'), record: 'version:list' },
  version: { who: reads('any'), record: 'version:read' },
  verifyVersion: { who: reads('any'), record: 'version:verify' },
  createVersion: { who: team(core, byName), record: 'version:create' },
  askForVersion: { who: team(['patient'], byName), record: 'version:ask' },
  signVersion: {
    who: team(
      roles.filter((role) => role !== 'interpreter' && role !== 'volunteer'),
      byName,
    ),
    record: 'version:sign',
  },
  approveVersion: { who: team(['gp', 'coordinator'], byName), record: 'version:approve' },
  deleteVersion: { who: team(['coordinator'], { ...byName, own: core }), record: 'version:delete' },
  restoreSection: { who: writes(namedSection), record: 'version:restore' },

  transitions: { who: reads('tasks'), record: 'transition:read' },
  startTransition: { who: team(core), record: 'transition:start' },
  tickPoint: { who: team(core), record: 'transition:tick' },
  recordCall: { who: team(core), record: 'transition:call' },
  makeTransitionTasks: { who: team(core), record: 'transition:make-tasks' },

  templates: { who: reads('review'), record: 'template:read' },
  setTemplate: { who: team(core), record: 'template:change' },
  setTalk: { who: team(core), record: 'template:change' },
  tickTopic: { who: team(core), record: 'template:change' },
};
