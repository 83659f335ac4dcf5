/** Who may do what. Every decision about access, on the server and in the page, is one of these functions. */
import { sections, type SectionId } from '../careplan/sections.ts';
import { templates, type TemplateId } from '../careplan/templates.ts';
import { coreProfessionals, type Role } from './roles.ts';

const conveningRoles: ReadonlySet<Role> = new Set(coreProfessionals);

/** A person as a member of one patient's care team. */
export interface Member {
  readonly planId: string;
  readonly personId: string;
  readonly name: string;
  readonly role: Role;
  readonly organisation: string;
}

/** What a member may do in one section. `read` and `write` are about the live document. */
export type SectionAccess = 'write' | 'read' | 'none';

/**
 * The member's access to a section: the table's grant, and for a grant by consent whether the patient has opened the
 * section for this person now.
 */
export function sectionAccess(role: Role, sectionId: SectionId, opened: ReadonlySet<SectionId>): SectionAccess {
  const grant = sections[sectionId].access[role];
  if (grant !== 'consent') return grant;
  return opened.has(sectionId) ? 'read' : 'none';
}

/**
 * Whether this person may see a row that they own and set its status, also without the right to read or write its
 * section. A row is owned by a person, or by a role, and then by each in the team who has it.
 */
export function mayAnswerOwnRow(member: Member, sectionId: SectionId, owner: string): boolean {
  return sections[sectionId].own === 'status' && (owner === member.personId || owner === member.role);
}

/**
 * Whether a member may see a thread of comments, and so take part in it: whoever may read its section; a question to the
 * team (`sectionId` null) is for the core professionals and the one who asked.
 */
export function maySeeThread(
  member: Member,
  thread: { readonly sectionId: SectionId | null; readonly startedBy: string },
  mayRead: (sectionId: SectionId) => boolean,
): boolean {
  if (thread.sectionId !== null) return mayRead(thread.sectionId);
  return conveningRoles.has(member.role) || (member.role !== 'interpreter' && thread.startedBy === member.personId);
}

/** Whether a member may fold a thread away as resolved: the one who started it, and the core professionals. */
export function mayResolveThread(member: Member, startedBy: string): boolean {
  return conveningRoles.has(member.role) || startedBy === member.personId;
}

/**
 * How a member opens sections for others: the patient gives consent, the coordinator records what the patient gave.
 * Nobody does who came by a link: it does not say who holds it.
 */
export function consentTask(
  { role }: Pick<Member, 'role'>,
  { identification }: { identification: string },
): 'give' | 'record' | 'none' {
  if (identification === 'link') return 'none';
  if (role === 'patient') return 'give';
  return role === 'coordinator' ? 'record' : 'none';
}

/** Whether a member sees all consents of a plan; others see what was opened for themselves. */
export function maySeeConsents({ role }: Pick<Member, 'role'>): boolean {
  return role === 'patient' || role === 'coordinator';
}

/**
 * Whether a member invites into the team and ends memberships: the patient and the coordinator, and the core professionals
 * as long as nobody coordinates. Never by a link.
 */
export function mayChangeTeam(
  { role }: Pick<Member, 'role'>,
  { identification, isCoordinated }: { identification: string; isCoordinated: boolean },
): boolean {
  if (identification === 'link') return false;
  return role === 'patient' || role === 'coordinator' || (!isCoordinated && conveningRoles.has(role));
}

/** Whether a member is told who has opened the plan by emergency access: the patient and the coordinator, never by a link. */
export function mayBeToldOfEmergency(
  { role }: Pick<Member, 'role'>,
  { identification }: { identification: string },
): boolean {
  return (role === 'patient' || role === 'coordinator') && identification !== 'link';
}

/** Whether a member may have the plan deleted, and take that back: the patient and the coordinator, never by a link. */
export function mayDeletePlan({ role }: Pick<Member, 'role'>, { identification }: { identification: string }): boolean {
  return (role === 'patient' || role === 'coordinator') && identification !== 'link';
}

/** Whether a member says which identity number another has: the coordinator, who answers for having asked them. */
export function mayRegisterNumber(
  { role }: Pick<Member, 'role'>,
  { identification }: { identification: string },
): boolean {
  return role === 'coordinator' && identification !== 'link';
}

/** Whether a member reads who has seen the plan: its patient, and never by a link, which does not say who holds it. */
export function mayReadAccessLog(
  { role }: Pick<Member, 'role'>,
  { identification }: { identification: string },
): boolean {
  return role === 'patient' && identification !== 'link';
}

/** What can be done with a plan's versions. `ask`: to ask for a new one. */
export type VersionAction = 'create' | 'ask' | 'sign' | 'approve';

/**
 * Whether a member may do this with versions of the plan. Core professionals make them and the patient may ask for one;
 * all who take part in the care sign, GP and coordinator approve. Nobody does it who came by a link.
 */
export function mayVersion({ role }: Pick<Member, 'role'>, identification: string, action: VersionAction): boolean {
  if (identification === 'link') return false;
  switch (action) {
    case 'create':
      return conveningRoles.has(role);
    case 'ask':
      return role === 'patient';
    case 'sign':
      return role !== 'interpreter' && role !== 'volunteer';
    case 'approve':
      return role === 'gp' || role === 'coordinator';
  }
}

/** Whether a member may record that the patient was admitted or sent home, and tick what follows. */
export function mayRecordTransition({ role }: Pick<Member, 'role'>): boolean {
  return conveningRoles.has(role);
}

/** Whether a member may begin and end templates, and note their talks. */
export function mayChangeTemplates({ role }: Pick<Member, 'role'>): boolean {
  return conveningRoles.has(role);
}

/** Whether a member may say no to a template: the patient, and the core professionals for them. */
export function mayDeclineTemplate({ role }: Pick<Member, 'role'>, template: TemplateId): boolean {
  return templates[template].mayDecline && (role === 'patient' || conveningRoles.has(role));
}

/** What can be done to a meeting, apart from taking part in it. */
export type MeetingAction = 'create' | 'admit' | 'decline' | 'end' | 'invite' | 'change';

/**
 * Whether a member may do this to a meeting of their team. Anyone of the core professionals may make one; the convener
 * and the coordinator lead it. `convenerId` is the person who made the meeting, absent when it is being made.
 */
export function mayLead(member: Member, action: MeetingAction, convenerId?: string): boolean {
  if (action === 'create') return conveningRoles.has(member.role);
  return member.personId === convenerId || member.role === 'coordinator';
}

/** Whether this person may say what they themselves take, also without the right to write the section. */
export function maySetOwnSource({ role }: Pick<Member, 'role'>, sectionId: SectionId): boolean {
  return sections[sectionId].own === 'source' && role === 'patient';
}

/**
 * Whether this person may sign the reconciled list of medicines as a doctor. GP and oncologist are doctors; in the
 * palliative team there are nurses too, so there a profession must be registered. Where HPR has told the category, it counts:
 * only a doctor (LE) signs. Nobody signs who came by a link.
 */
export function maySignMedicines({
  role,
  professionId,
  identification,
  isDoctor,
}: {
  role: Role;
  professionId: string | null;
  identification: string;
  /** What HPR says; null where it was not asked. */
  isDoctor: boolean | null;
}): boolean {
  if (identification === 'link' || isDoctor === false) return false;
  return role === 'gp' || role === 'oncologist' || (role === 'palliative' && professionId !== null);
}

/** Roles in which a decision about treatment is made: those who may write the section. */
export function decidesTreatment(role: Role): boolean {
  return sections.decisions.access[role] === 'write';
}
