/** What the database looks like, as steps from nothing. A step that has been released is never changed; a new one is added. */
import { areas } from './migrations/areas.ts';
import { auditStart } from './migrations/auditStart.ts';
import { auditOfPlan } from './migrations/auditOfPlan.ts';
import { chat } from './migrations/chat.ts';
import { comments } from './migrations/comments.ts';
import { consents } from './migrations/consents.ts';
import { emergencyAccess } from './migrations/emergencyAccess.ts';
import { first } from './migrations/first.ts';
import { helpers } from './migrations/helpers.ts';
import { history } from './migrations/history.ts';
import { identities } from './migrations/identities.ts';
import { linkCodes } from './migrations/linkCodes.ts';
import { meetingCourse } from './migrations/meetingCourse.ts';
import { mail } from './migrations/mail.ts';
import { minutes } from './migrations/minutes.ts';
import { passkeys } from './migrations/passkeys.ts';
import { planDeletions } from './migrations/planDeletions.ts';
import { reconciliation } from './migrations/reconciliation.ts';
import { rules } from './migrations/rules.ts';
import { sessions } from './migrations/sessions.ts';
import { teamInvitations } from './migrations/teamInvitations.ts';
import { templates } from './migrations/templates.ts';
import { transitions } from './migrations/transitions.ts';
import { versions } from './migrations/versions.ts';

export const migrations: readonly string[] = [
  first,
  comments,
  reconciliation,
  transitions,
  templates,
  versions,
  consents,
  rules,
  history,
  auditOfPlan,
  sessions,
  identities,
  teamInvitations,
  emergencyAccess,
  planDeletions,
  passkeys,
  meetingCourse,
  minutes,
  mail,
  chat,
  auditStart,
  areas,
  linkCodes,
  helpers,
];
