/**
 * For every route of a plan or a meeting, something real to ask for: made by the GP, so that a refusal is one of rights and
 * never of something that is not there. A route without a line here does not fit the types.
 */
import { addRow } from '../../shared/careplan/document.ts';
import { listPart, type SectionId } from '../../shared/careplan/sections.ts';
import { newId } from '../../shared/domain/ids.ts';
import type { RouteBody, RouteName, RouteParams } from '../../shared/protocol/rest.ts';
import type { Person } from './person.ts';
import { StockClient } from './stockClient.ts';

/** The routes that are about a plan or a meeting. */
export type PlanRoute = {
  [Name in RouteName]: RouteParams<Name> extends { planId: string } | { meetingId: string } ? Name : never;
}[RouteName];

export interface World {
  readonly planId: string;
  /** A meeting that the GP convened and all are invited to. */
  readonly meetingId: string;
  readonly gp: Person;
  readonly patient: Person;
  readonly relative: Person;
}

export interface Target<Name extends RouteName> {
  readonly params: RouteParams<Name>;
  readonly body: RouteBody<Name>;
}

type Targets = { readonly [Name in PlanRoute]: (world: World) => Promise<Target<Name>> };

const talk = { template: 'what-matters', talk: 'talk' } as const;
const at = '2026-01-05T10:00:00.000Z';

const plan = async ({ planId }: World) => ({ params: { planId }, body: {} });

async function row({ gp, planId }: World, sectionId: SectionId, values: Record<string, string>): Promise<string> {
  const page = await new StockClient({ person: gp, planId, sectionId }).open();
  const id = addRow(page.doc, listPart(sectionId), values);
  await page.durable();
  page.close();
  return id;
}

async function thread({ gp, planId }: World): Promise<string> {
  const id = newId();
  const body = {
    id,
    commentId: newId(),
    sectionId: 'contacts',
    rowId: null,
    kind: 'comment',
    text: 'Hvem ringer?',
  } as const;
  await gp.call('startThread', { planId }, body);
  return id;
}

async function transition({ gp, planId }: World): Promise<string> {
  const id = newId();
  await gp.call('startTransition', { planId }, { id, kind: 'discharged', at, place: 'Sykehuset', seriouslyIll: true });
  return id;
}

async function version({ gp, planId }: World): Promise<{ versionId: string; hash: string }> {
  const made = await gp.call('createVersion', { planId }, { name: 'Utkast', reason: '', corrects: null });
  return { versionId: made.version.id, hash: made.version.hash };
}

const versionTarget = async (world: World) => {
  const { versionId } = await version(world);
  return { params: { planId: world.planId, versionId }, body: {} };
};
const signingTarget = async (world: World) => {
  const { versionId, hash } = await version(world);
  return { params: { planId: world.planId, versionId }, body: { hash } };
};

function consentFor({ relative }: World) {
  return { personId: relative.personId, sectionIds: ['daily-life' as const], from: null, until: null };
}

/** Somebody whom the patient has just added; answers their id. */
async function addedRelative({ patient, planId }: World): Promise<string> {
  const name = `Berit ${newId()}`;
  const body = { who: { name }, role: 'relative', organisation: '', purpose: 'COC', until: null } as const;
  await patient.call('inviteMember', { planId }, body);
  const { seats } = await patient.call('team', { planId }, {});
  return seats.find(({ member }) => member.name === name)?.member.personId ?? '';
}

export const targets: Targets = {
  plan,
  ownTasks: plan,
  setOwnTaskStatus: async (world) => {
    const taskId = await row(world, 'tasks', { what: 'Ringe', owner: 'gp' });
    return { params: { planId: world.planId, taskId }, body: { status: 'done' } };
  },
  deletePlan: plan,
  keepPlan: plan,
  findings: plan,
  createMeeting: async ({ planId }) => ({
    params: { planId },
    body: { kind: 'care-team', startsAt: null, invited: [] },
  }),
  meeting: async ({ meetingId }) => ({ params: { meetingId }, body: {} }),
  changeMeeting: async ({ gp, planId }) => {
    const { meeting } = await gp.call('createMeeting', { planId }, { kind: 'care-team', startsAt: at, invited: [] });
    return { params: { meetingId: meeting.id }, body: { startsAt: at, invited: [], terms: meeting.terms } };
  },
  cancelMeeting: async ({ gp, planId }) => {
    const { meeting } = await gp.call('createMeeting', { planId }, { kind: 'care-team', startsAt: at, invited: [] });
    return { params: { meetingId: meeting.id }, body: { following: false } };
  },
  sendInvitations: async ({ gp, planId, relative }) => {
    const body = { kind: 'care-team' as const, startsAt: null, invited: [relative.personId] };
    const { meeting } = await gp.call('createMeeting', { planId }, body);
    const emails = [{ personId: relative.personId, email: 'berit@example.no' }];
    return { params: { meetingId: meeting.id }, body: { language: 'nb', emails } };
  },
  planMeetings: plan,
  meetingRecord: async ({ meetingId }) => ({ params: { meetingId }, body: {} }),
  finishMinutes: async ({ gp, planId }) => {
    const { meeting } = await gp.call('createMeeting', { planId }, { kind: 'care-team', startsAt: at, invited: [] });
    return { params: { meetingId: meeting.id }, body: {} };
  },
  approveMinutes: async ({ gp, planId }) => {
    const { team } = await gp.call('plan', { planId }, {});
    const invited = team.map(({ personId }) => personId);
    const { meeting } = await gp.call('createMeeting', { planId }, { kind: 'care-team', startsAt: at, invited });
    return { params: { meetingId: meeting.id }, body: { hash: 'a'.repeat(64) } };
  },
  createLinks: async ({ gp, planId, relative }) => {
    const body = { kind: 'care-team', startsAt: null, invited: [relative.personId] } as const;
    const { meeting } = await gp.call('createMeeting', { planId }, { ...body, invited: [...body.invited] });
    return { params: { meetingId: meeting.id }, body: {} };
  },
  revokeLink: async ({ gp, planId, relative }) => {
    const body = { kind: 'care-team' as const, startsAt: null, invited: [relative.personId] };
    const { meeting } = await gp.call('createMeeting', { planId }, body);
    return { params: { meetingId: meeting.id, personId: relative.personId }, body: {} };
  },
  medicinesState: plan,
  signMedicines: async ({ planId }) => ({ params: { planId }, body: { hash: 'a'.repeat(64) } }),
  setOwnMedicine: async ({ planId }) => ({
    params: { planId },
    body: { lineId: newId(), name: 'Paracet', text: 'ved behov' },
  }),
  accessLog: async ({ planId }) => ({ params: { planId, before: 'newest' }, body: {} }),
  team: plan,
  findProfessionals: async ({ planId }) => ({ params: { planId }, body: { name: 'The' } }),
  inviteMember: async ({ planId }) => ({
    params: { planId },
    body: {
      who: { name: 'Berit Berg' },
      role: 'relative',
      organisation: 'Søster',
      purpose: 'COC',
      until: null,
    },
  }),
  withdrawInvitation: async (world) => {
    const { patient, planId } = world;
    const personId = await addedRelative(world);
    await patient.call('endMembership', { planId, personId }, {});
    const again = { who: { personId }, role: 'allied', organisation: '', purpose: 'TREAT', until: null } as const;
    await patient.call('inviteMember', { planId }, again);
    const { invitations } = await patient.call('team', { planId }, {});
    return { params: { planId, invitationId: invitations.at(-1)?.id ?? '' }, body: {} };
  },
  endMembership: async (world) => ({
    params: { planId: world.planId, personId: await addedRelative(world) },
    body: {},
  }),
  registerNumber: async ({ planId, relative }) => ({
    params: { planId, personId: relative.personId },
    body: { number: '1' },
  }),
  planArea: plan,
  placePlan: ({ planId }) =>
    Promise.resolve({ params: { planId }, body: { municipality: 'Oslo', district: 'Bydel Østensjø' } }),
  consents: plan,
  giveConsent: async (world) => ({
    params: { planId: world.planId },
    body: { ...consentFor(world), recorded: null },
  }),
  withdrawConsents: async (world) => {
    const { patient, planId } = world;
    await patient.call('giveConsent', { planId }, { ...consentFor(world), recorded: null });
    const { consents } = await patient.call('consents', { planId }, {});
    const standing = consents.filter(({ ended }) => ended === null).map(({ id }) => id);
    return { params: { planId }, body: { consentIds: standing.slice(0, 1) } };
  },
  threads: plan,
  startThread: async ({ planId }) => ({
    params: { planId },
    body: { id: newId(), commentId: newId(), sectionId: null, rowId: null, kind: 'question', text: 'Når kommer dere?' },
  }),
  addComment: async (world) => ({
    params: { planId: world.planId, threadId: await thread(world) },
    body: { id: newId(), text: 'Jeg ringer.' },
  }),
  resolveThread: async (world) => ({
    params: { planId: world.planId, threadId: await thread(world) },
    body: { resolved: true },
  }),
  history: plan,
  markSeen: plan,
  rowHistory: async (world) => ({
    params: { planId: world.planId, sectionId: 'contacts', rowId: await row(world, 'contacts', { who: 'Vakten' }) },
    body: {},
  }),
  purgeSection: async ({ planId }) => ({ params: { planId, sectionId: 'contacts' }, body: {} }),
  planContent: plan,
  presentContent: plan,
  versions: plan,
  approval: plan,
  version: versionTarget,
  verifyVersion: versionTarget,
  createVersion: async ({ planId }) => ({ params: { planId }, body: { name: 'Utkast', reason: '', corrects: null } }),
  askForVersion: plan,
  signVersion: signingTarget,
  approveVersion: signingTarget,
  deleteVersion: versionTarget,
  restoreSection: async (world) => {
    const { versionId } = await version(world);
    return { params: { planId: world.planId, versionId, sectionId: 'contacts' }, body: {} };
  },
  transitions: plan,
  startTransition: async ({ planId }) => ({
    params: { planId },
    body: { id: newId(), kind: 'admitted', at, place: 'Sykehuset', seriouslyIll: false },
  }),
  tickPoint: async (world) => ({
    params: { planId: world.planId, transitionId: await transition(world), point: 'letter' },
    body: { ticked: true },
  }),
  recordCall: async (world) => ({
    params: { planId: world.planId, transitionId: await transition(world) },
    body: { who: 'Jonas Haugland', at },
  }),
  makeTransitionTasks: async (world) => ({
    params: { planId: world.planId, transitionId: await transition(world) },
    body: { language: 'nb' },
  }),
  templates: plan,
  setTemplate: async ({ planId }) => ({ params: { planId, template: 'what-matters' }, body: { state: 'active' } }),
  setTalk: async ({ gp, planId }) => {
    await gp.call('setTemplate', { planId, template: 'what-matters' }, { state: 'active' });
    return { params: { planId, ...talk }, body: { heldOn: '2026-01-05' } };
  },
  tickTopic: async ({ gp, planId }) => {
    await gp.call('setTemplate', { planId, template: 'home-pathway' }, { state: 'active' });
    return {
      params: { planId, template: 'home-pathway', talk: 'first', topic: 'family' },
      body: { ticked: true },
    };
  },
};
