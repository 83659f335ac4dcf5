/** A meeting as a calendar entry (RFC 5545): when, and where to join. Nothing of health, nor who it is about. */
import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

interface Entry {
  readonly meetingId: string;
  /** Grows with every change; calendars heed the highest. */
  readonly sequence: number;
  readonly cancelled: boolean;
  readonly from: Date;
  readonly to: Date;
  readonly title: string;
  readonly address: string;
  readonly organizer: { readonly name: string; readonly email: string };
  readonly attendee: { readonly name: string; readonly email: string };
  readonly now: Date;
}

export function calendarEntry(entry: Entry): string {
  const { meetingId, sequence, cancelled, from, to, title, address, organizer, attendee, now } = entry;
  const calendar = ical({
    prodId: { company: 'Samråd', product: 'Samråd' },
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
  });
  calendar.createEvent({
    id: `${meetingId}@samrad`,
    sequence,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    stamp: now,
    start: from,
    end: to,
    summary: title,
    location: address,
    organizer,
    attendees: [{ ...attendee, rsvp: true }],
  });
  return calendar.toString();
}
