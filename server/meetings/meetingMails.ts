/** What invitees are told by mail: that they are invited, what has changed, that it is cancelled, that it is soon. */
import { newId } from '../../shared/domain/ids.ts';
import { osloDate, osloTime } from '../../shared/domain/calendar/oslo.ts';
import { signsIn } from '../../shared/domain/roles.ts';
import { mail as en } from '../../shared/i18n/mail/en.ts';
import { mail as nb, type MailTexts } from '../../shared/i18n/mail/nb.ts';
import { mail as nn } from '../../shared/i18n/mail/nn.ts';
import { callInOf, timeOfPoint } from '../../shared/meetings/agenda.ts';
import { SamradError } from '../../shared/protocol/errors.ts';
import type { Language, MemberInfo } from '../../shared/protocol/types.ts';
import type { CareTeam } from '../access/careTeam.ts';
import { calendarEntry } from '../mail/calendarEntry.ts';
import type { Outbox } from '../mail/outbox.ts';
import type { Mailed, MailStore } from '../storage/mailStore.ts';
import type { MeetingStore } from '../storage/meetingStore.ts';
import type { MeetingRecord, MeetingService } from './meetingService.ts';

const words: Readonly<Record<Language, MailTexts>> = { nb, nn, en };
const locales: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };

type Occasion = keyof MailTexts['subjects'];

interface Dependencies {
  readonly meetings: Pick<MeetingService, 'recordOf'>;
  readonly meetingStore: Pick<MeetingStore, 'sequence'>;
  readonly careTeam: Pick<CareTeam, 'everMembers'>;
  readonly store: MailStore;
  readonly outbox: Outbox;
  /** The address that people use. */
  readonly url: (path: string) => string;
  /** Whose address stands as the organizer's in calendars; null where no mail can be sent. */
  readonly from: string | null;
  /** How long before a meeting people are reminded of it, ms. */
  readonly reminderMs: number;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

interface Recipient {
  readonly member: MemberInfo;
  readonly address: string;
  readonly language: Language;
  /** The way in, where the mail carries one of their own. */
  readonly link: string | null;
}

const everyMs = 60_000;

export class MeetingMails {
  readonly #parts: Dependencies;
  readonly #timer: NodeJS.Timeout;
  #reminding: Promise<void> = Promise.resolve();

  constructor(parts: Dependencies) {
    this.#parts = parts;
    this.#timer = setInterval(() => void this.remind(), everyMs).unref();
  }

  /** @throws SamradError `mail-not-set-up`. */
  requireMail(): void {
    if (this.#parts.from === null) throw new SamradError('mail-not-set-up');
  }

  addresses(people: readonly string[]): Promise<Map<string, string>> {
    return this.#parts.store.addresses(people);
  }

  /** Puts the invitations into the outbox; resolves when they are on disk. */
  async invite(
    meetingId: string,
    recipients: readonly Recipient[],
    newAddresses: ReadonlyMap<string, string>,
  ): Promise<void> {
    const { store, outbox } = this.#parts;
    const meeting = await this.#meeting(meetingId);
    await store.write([
      ...[...newAddresses].map(([personId, email]) => store.setAddress(personId, email)),
      ...recipients.flatMap((recipient) => [
        store.put(this.#mail(meeting, 'invited', recipient)),
        store.mailed(meetingId, recipient.member.personId, recipient.language),
      ]),
    ]);
    void outbox.run();
  }

  /** Whoever has been written to before hears of it; `people` null is all of them. */
  async tell(
    meetingId: string,
    occasion: Exclude<Occasion, 'invited'>,
    people: readonly string[] | null = null,
  ): Promise<void> {
    const { store, from } = this.#parts;
    if (from === null) return;
    const mailed = await store.mailedOf(meetingId);
    const told = mailed.filter(({ personId }) => people === null || people.includes(personId));
    await this.#tellThese(meetingId, occasion, told);
  }

  /** The same for these people, who may be on no list any more. */
  async #tellThese(meetingId: string, occasion: Exclude<Occasion, 'invited'>, told: readonly Mailed[]): Promise<void> {
    const { store, careTeam, outbox, now } = this.#parts;
    const meeting = await this.#meeting(meetingId);
    const team = new Map((await careTeam.everMembers(meeting.planId)).map((member) => [member.personId, member]));
    const mails = told.flatMap(({ personId, address, language }) => {
      const member = team.get(personId);
      return member ? [store.put(this.#mail(meeting, occasion, { member, address, language, link: null }))] : [];
    });
    const done = occasion === 'reminder' ? [store.reminded(meetingId, now().toISOString())] : [];
    await store.write([...mails, ...done]);
    void outbox.run();
  }

  /** A change: who is invited still hears what it is now, who is no longer that it is off for them. */
  async changed(meetingId: string, before: readonly Mailed[], invited: readonly string[]): Promise<void> {
    await this.tell(meetingId, 'changed');
    const gone = before.filter(({ personId }) => !invited.includes(personId));
    if (gone.length > 0) await this.#tellThese(meetingId, 'cancelled', gone);
  }

  /** What was sent last, for the demonstration's mailbox. */
  newest() {
    return this.#parts.store.newest();
  }

  /** Who has been written to about a meeting. */
  mailedOf(meetingId: string): Promise<Mailed[]> {
    return this.#parts.store.mailedOf(meetingId);
  }

  /** Reminds of the meetings that are soon; one run after the other. */
  remind(): Promise<void> {
    const { store, now, reminderMs, onError } = this.#parts;
    this.#reminding = this.#reminding
      .then(async () => {
        const at = now().getTime();
        const soon = await store.toRemind(new Date(at).toISOString(), new Date(at + reminderMs).toISOString());
        for (const meetingId of soon) await this.tell(meetingId, 'reminder');
      })
      .catch(onError);
    return this.#reminding;
  }

  /** Mails the code that opens a link, in the language in which its person was invited. */
  async sendCode(to: { meetingId: string; personId: string; address: string; code: string }): Promise<void> {
    const { store, outbox, now } = this.#parts;
    const { meetingId, personId, address, code } = to;
    const mailed = (await store.mailedOf(meetingId)).find((one) => one.personId === personId);
    const text = words[mailed?.language ?? 'nb'];
    const body = [text.code(code), text.health].join('\n\n');
    const mail = { id: newId(), meetingId, personId, address, subject: text.codeSubject, body, calendar: null };
    await store.write([store.put({ ...mail, madeAt: now().toISOString() })]);
    void outbox.run();
  }

  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#reminding;
  }

  async #meeting(meetingId: string): Promise<MeetingRecord & { sequence: number }> {
    const [record, sequence] = await Promise.all([
      this.#parts.meetings.recordOf(meetingId),
      this.#parts.meetingStore.sequence(meetingId),
    ]);
    return { ...record, sequence };
  }

  #mail(meeting: MeetingRecord & { sequence: number }, occasion: Occasion, recipient: Recipient) {
    const { url, from, now } = this.#parts;
    const { member, address, language, link } = recipient;
    const text = words[language];
    const { begin, end, own } = timesOf(meeting, member.personId);
    const when = whenText(begin, language);
    const way = link ?? url(`/mote/${meeting.id}`);
    const join =
      occasion === 'cancelled'
        ? []
        : link !== null
          ? [text.join(link), text.personal]
          : signsIn(member.role)
            ? [text.join(way), text.signIn]
            : [text.earlier];
    const body = [
      text.leads[occasion](meeting.convener.name),
      text.when(when),
      ...(own && occasion !== 'cancelled' ? [text.own] : []),
      ...join,
      text.health,
    ].join('\n\n');
    const calendar = calendarEntry({
      meetingId: meeting.id,
      sequence: meeting.sequence,
      cancelled: occasion === 'cancelled',
      from: begin,
      to: end,
      title: text.event,
      // A personal link stands in the mail alone: calendars are shared.
      address: signsIn(member.role) ? url(`/mote/${meeting.id}`) : url('/'),
      organizer: { name: 'Samråd', email: from ?? '' },
      attendee: { name: member.name, email: address },
      now: now(),
    });
    return {
      id: newId(),
      meetingId: meeting.id,
      personId: member.personId,
      address,
      subject: text.subjects[occasion](when),
      body,
      calendar: occasion === 'reminder' ? null : calendar,
      madeAt: now().toISOString(),
    };
  }
}

/** When somebody is to be there: the whole meeting, or their own point. A meeting without an agenda is taken to last an hour. */
function timesOf({ startsAt, terms }: MeetingRecord, personId: string): { begin: Date; end: Date; own: boolean } {
  const start = Date.parse(startsAt);
  const call = callInOf(terms.agenda, personId);
  const slot = call && timeOfPoint(terms.agenda, call.id, start);
  if (slot) return { begin: new Date(slot.from), end: new Date(slot.to), own: true };
  const minutes = terms.agenda.reduce((sum, point) => sum + point.minutes, 0) || 60;
  return { begin: new Date(start), end: new Date(start + minutes * 60_000), own: false };
}

/** The day and the time as the clocks in Norway show it. */
function whenText(at: Date, language: Language): string {
  const day = new Intl.DateTimeFormat(locales[language], {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  });
  const date = day.format(new Date(`${osloDate(at)}T12:00:00Z`));
  return language === 'en' ? `${date} at ${osloTime(at)}` : `${date} kl. ${osloTime(at).replace(':', '.')}`;
}
