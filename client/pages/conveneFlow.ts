/**
 * Owns the way from «new meeting» to a list of links: fetches the team, makes the meeting, makes the links. Used by the
 * pages from which a meeting can be made; conveneDialog.ts draws it.
 */
import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { call } from '../api/rest.ts';
import { failureCode } from '../app/load.ts';
import type { Invitation } from '../components/invitations.ts';
import type { NewMeeting } from '../components/newMeetingDraft.ts';
import { language } from '../i18n/texts.ts';
import { MeetingSecrets, withSecret } from '../meeting/endToEnd/secret.ts';
import type { ErrorCode } from '../../shared/protocol/errors.ts';
import type { MeetingInfo, PlanInfo } from '../../shared/protocol/types.ts';

export type FlowState =
  | { readonly state: 'closed' }
  | { readonly state: 'fetching-team'; readonly planId: string }
  | { readonly state: 'no-team'; readonly planId: string; readonly failure: ErrorCode }
  /** `meeting`: the one that is changed; null for a new one. */
  | {
      readonly state: 'form';
      readonly plan: PlanInfo;
      readonly meeting: MeetingInfo | null;
      readonly failure: ErrorCode | null;
    }
  | { readonly state: 'creating'; readonly plan: PlanInfo; readonly meeting: MeetingInfo | null }
  | { readonly state: 'ask-cancel'; readonly meeting: MeetingInfo; readonly failure: ErrorCode | null }
  /** The meeting exists. Making links makes earlier ones unknown, so it is asked first unless the meeting is new. */
  | { readonly state: 'ask-links'; readonly meeting: MeetingInfo; readonly failure: ErrorCode | null }
  | { readonly state: 'making-links'; readonly meeting: MeetingInfo }
  | {
      readonly state: 'links';
      readonly meeting: MeetingInfo;
      readonly invitations: readonly Invitation[];
      /** Whether the links hold the secret of end-to-end encryption; `lost`: it is not on this device. */
      readonly secret: 'none' | 'linked' | 'lost';
      /** Whose link was taken back last. */
      readonly revoked: string | null;
      /** To how many mails have been sent; null before. */
      readonly mailed: number | null;
      readonly failure: ErrorCode | null;
    };

export class ConveneFlow implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  /** Told when a meeting has been made, so that lists can be fetched anew. */
  readonly #created: () => void;
  readonly #secrets = new MeetingSecrets({ storage: localStorage });
  #flow: FlowState = { state: 'closed' };

  constructor({ host, created }: { host: ReactiveControllerHost; created: () => void }) {
    this.#host = host;
    this.#created = created;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#flow = { state: 'closed' };
  }

  get flow(): FlowState {
    return this.#flow;
  }

  /** Begins a new meeting where only the plan's id is known. */
  async startFor(planId: string): Promise<void> {
    this.#set({ state: 'fetching-team', planId });
    try {
      const plan = await call('plan', { planId }, {});
      if (this.#flow.state === 'fetching-team' && this.#flow.planId === planId) this.start(plan);
    } catch (error) {
      this.#set({ state: 'no-team', planId, failure: failureCode(error) });
    }
  }

  /** Begins a new meeting of this plan's team. */
  start(plan: PlanInfo): void {
    this.#set({ state: 'form', plan, meeting: null, failure: null });
  }

  /** Begins to change a meeting. */
  async startChange(meeting: MeetingInfo): Promise<void> {
    const { planId } = meeting;
    this.#set({ state: 'fetching-team', planId });
    try {
      const plan = await call('plan', { planId }, {});
      if (this.#flow.state === 'fetching-team') this.#set({ state: 'form', plan, meeting, failure: null });
    } catch (error) {
      this.#set({ state: 'no-team', planId, failure: failureCode(error) });
    }
  }

  /** Asks whether to call a meeting off. */
  askToCancel(meeting: MeetingInfo): void {
    this.#set({ state: 'ask-cancel', meeting, failure: null });
  }

  async cancel(meeting: MeetingInfo, following: boolean): Promise<void> {
    try {
      await call('cancelMeeting', { meetingId: meeting.id }, { following });
      this.#created();
      this.close();
    } catch (error) {
      this.#set({ state: 'ask-cancel', meeting, failure: failureCode(error) });
    }
  }

  /** Sends the invitations to those whose address is given, with new links in the place of those that are shown. */
  async send(emails: readonly { personId: string; email: string }[]): Promise<void> {
    const flow = this.#flow;
    if (flow.state !== 'links') return;
    try {
      const body = { language: language(), emails: [...emails] };
      const { invitations, mailed } = await call('sendInvitations', { meetingId: flow.meeting.id }, body);
      const links = this.#linked(flow.meeting, invitations);
      this.#set({ ...flow, ...links, mailed: mailed.length, revoked: null, failure: null });
    } catch (error) {
      this.#set({ ...flow, failure: failureCode(error) });
    }
  }

  /** Asks whether to make new links for a meeting that exists. */
  askForLinks(meeting: MeetingInfo): void {
    this.#set({ state: 'ask-links', meeting, failure: null });
  }

  /** Makes the meeting and then its links, or changes the one that is being changed. */
  async create(plan: PlanInfo, wanted: NewMeeting): Promise<void> {
    const changing = this.#flow.state === 'form' ? this.#flow.meeting : null;
    this.#set({ state: 'creating', plan, meeting: changing });
    const invited = [...wanted.invited];
    try {
      if (changing !== null) {
        const body = { startsAt: wanted.startsAt ?? changing.startsAt, invited, terms: wanted.terms };
        await call('changeMeeting', { meetingId: changing.id }, body);
        this.#created();
        return this.close();
      }
      const { meeting } = await call('createMeeting', { planId: plan.id }, { ...wanted, invited });
      if (meeting.terms.endToEnd) this.#secrets.make(meeting.seriesId ?? meeting.id);
      this.#created();
      if (this.#flow.state === 'creating') await this.makeLinks(meeting);
    } catch (error) {
      if (this.#flow.state === 'creating')
        this.#set({ state: 'form', plan, meeting: changing, failure: failureCode(error) });
    }
  }

  async makeLinks(meeting: MeetingInfo): Promise<void> {
    this.#set({ state: 'making-links', meeting });
    try {
      const { invitations } = await call('createLinks', { meetingId: meeting.id }, {});
      if (this.#flow.state === 'making-links')
        this.#set({
          state: 'links',
          meeting,
          ...this.#linked(meeting, invitations),
          revoked: null,
          mailed: null,
          failure: null,
        });
    } catch (error) {
      if (this.#flow.state === 'making-links') this.#set({ state: 'ask-links', meeting, failure: failureCode(error) });
    }
  }

  /** Makes a new secret in place of one that is not on this device: from now on only those with these links meet. */
  renewSecret(): void {
    const flow = this.#flow;
    if (flow.state !== 'links') return;
    this.#secrets.make(flow.meeting.id);
    this.#set({ ...flow, ...this.#linked(flow.meeting, flow.invitations) });
  }

  /** Takes back one of the links that are shown. */
  async revoke({ member }: Invitation): Promise<void> {
    const flow = this.#flow;
    if (flow.state !== 'links') return;
    try {
      await call('revokeLink', { meetingId: flow.meeting.id, personId: member.personId }, {});
      const invitations = flow.invitations.filter((other) => other.member.personId !== member.personId);
      this.#set({ ...flow, invitations, revoked: member.name, failure: null });
    } catch (error) {
      this.#set({ ...flow, failure: failureCode(error) });
    }
  }

  /** The links with the meeting's secret in them, which the server that made them does not know. */
  #linked(
    { id, seriesId, terms }: MeetingInfo,
    invitations: readonly Invitation[],
  ): Pick<Extract<FlowState, { state: 'links' }>, 'invitations' | 'secret'> {
    if (!terms.endToEnd) return { invitations, secret: 'none' };
    const secret = this.#secrets.find(id, seriesId);
    if (secret === null) return { invitations, secret: 'lost' };
    return { invitations: invitations.map((one) => ({ ...one, url: withSecret(one.url, secret) })), secret: 'linked' };
  }

  close(): void {
    this.#set({ state: 'closed' });
  }

  #set(flow: FlowState): void {
    this.#flow = flow;
    this.#host.requestUpdate();
  }
}
