/** English. */
import type { RuleTexts } from '../nb/rules.ts';

export const rules: RuleTexts = {
  page: {
    title: 'Rules and deadlines – Samråd',
    link: 'Rules and deadlines',
    heading: 'Rules and deadlines',
    lead: 'Here you see which rules Samråd reminds you of, where each comes from, and which values hold. The rules say what the services have agreed. They never say anything about treatment. Where nothing else is said of a value, it is the default.',
    loading: 'Fetching the rules …',
    defaults: 'How the rules hold where no municipality has set values of its own',
    municipality: (name) => `How the rules hold in ${name}`,
    district: (municipality, district) => `How the rules hold in ${district}, ${municipality}`,
    groups: {
      agreement: 'What the services have agreed',
      country: 'National advice',
      plan: 'What Samråd looks after in every plan',
    },
    values: 'Values',
    source: 'Source',
    dated: (date) => `dated ${date}`,
    undated: 'the source gives no date',
    setBy: {
      municipality: (source, date) => `set by the municipality: ${source}, ${date}`,
      district: (source, date) => `set by the district: ${source}, ${date}`,
    },
    talks: {
      name: 'Talks',
      windows: 'after the diagnosis, 3–4 months and 12–18 months after it',
    },
  },
  names: {
    R1: 'Messages are electronic',
    R2: 'An answer within three days',
    R3: 'Ring when it is urgent',
    R4: 'A phone conference is agreed beforehand',
    R5: 'Home visits by the GP',
    R6: 'Help with booking the GP',
    R7: 'Appointments with the GP over the year',
    R8: 'Seriously ill people who come home from hospital',
    R9: 'Always somebody to ring',
    R10: 'Checklist into and out of hospital',
    R11: 'Ask the specialist',
    R12: 'The agreement holds for the district',
    deadlines: 'Deadlines of tasks',
    'medicine-list': 'Reconciled list of medicines',
    resuscitation: 'Decision about resuscitation',
    team: 'Roles of the team',
    revision: 'Next revision of the plan',
    'needs-talks': 'Cancer pathway at home',
  },
  norms: {
    R1: 'GP, home care and hospital write to each other in electronic messages, not on paper. A task for another organisation should have a message.',
    R2: 'Whoever gets a message answers in time. Samråd reminds of it beforehand, and shows the message in red when the day has come.',
    R3: 'When something is urgent, you ring. The district’s chief physician keeps the phone list. Who was rung should stand in the plan.',
    R4: 'Whoever wants a phone conference agrees a day and a time first.',
    R5: 'Home visits by the GP are arranged within these hours.',
    R6: 'Where nobody else is named, this role books the appointment.',
    R7: 'The patient should have at least so many appointments with the GP. Where there are fewer, Samråd proposes a task for home care.',
    R8: 'The discharge letter should come the same day, and the contact doctor at the hospital rings the GP.',
    R9: 'There should always be a plan for whom to contact, round the clock, on public holidays and when the GP is away.',
    R10: 'On admission and discharge the team goes through a checklist. What is not in order becomes tasks.',
    R11: 'GP and hospital have a duty to advise each other. A question gets a date for its answer.',
    R12: 'Each district may have an agreement of its own. Municipality and district may set other values than the default.',
    deadlines: 'A task is in time up to and including the day of its deadline, and late from the day after.',
    'medicine-list': 'A doctor signs the list when it is reconciled. After this long it counts as old.',
    resuscitation: 'Such a decision should be looked at again when it has grown this old.',
    team: 'GP, contact doctor, cancer nurse, coordinator and home care should be named in the team.',
    revision: 'The plan is gone through on the day that the team has set.',
    'needs-talks':
      'Whoever has had a cancer diagnosis is offered three talks about what they need. They may decline and be asked again.',
  },
  sources: {
    'district-agreement':
      'Agreement between GPs and home care in the district of Østensjø, as told by a GP of the district',
    'gp-role': 'The Norwegian Directorate of Health: The GP’s role in cancer',
    'hospital-recommendations': 'Recommendations for cooperation between GPs and hospitals in the Oslo area',
    'home-pathway': 'The Norwegian Directorate of Health: Pakkeforløp hjem (cancer pathway at home)',
    samrad: 'Samråd’s own rule for every plan',
  },
  settings: {
    answerDays: 'Time to answer',
    answerDayKind: 'Days that count',
    reminderDay: 'Reminder',
    redDay: 'Shown in red from',
    phoneList: 'Phone list',
    homeVisitFrom: 'Earliest',
    homeVisitTo: 'Latest',
    appointmentBooker: 'Books the appointment',
    appointmentsWanted: 'At least',
    appointmentMonths: 'Within',
    adviceDays: 'Time to answer',
    reconcileMonths: 'Old after',
    resuscitationMonths: 'Old after',
  },
  values: {
    days: (count) => (count === '1' ? '1 day' : `${count} days`),
    onDay: (count) => `day ${count}`,
    months: (count) => (count === '1' ? '1 month' : `${count} months`),
    times: (count) => (count === '1' ? '1 appointment' : `${count} appointments`),
    clock: (time) => time,
    dayKinds: { calendar: 'all days', working: 'working days, without Saturdays, Sundays and public holidays' },
    noPhoneList: 'not entered',
    phoneList: (owner, date) => `${owner}, ${date}`,
  },
  levels: { late: 'Late', missing: 'Missing', due: 'Due', warning: 'Look at' },
  list: {
    heading: 'What needs attention',
    label: 'What is late, missing or due',
    more: (count) => `Show ${count} more`,
    source: (name) => `Rule: ${name}`,
    none: 'Nothing is late or missing now.',
    failed: 'We could not fetch the deadlines. The plan itself is as it should be.',
    retry: 'Try again',
    propose: 'Make the task',
    proposed: (what) => `The task “${what}” has been added.`,
    unnamed: 'without text',
  },
  proposals: { 'gp-appointment': 'Book an appointment with the GP' },
  findings: {
    'R1.no-message': (what, organisation) =>
      organisation === ''
        ? `“${what}” is a message, but has not been written.`
        : `“${what}”: no message has been sent to ${organisation}.`,
    'R1.draft': (what) => `“${what}”: the message is written, but not sent.`,
    'R1.rejected': (what) => `“${what}”: the message was rejected by its receiver.`,
    'R1.partly': (what) => `“${what}”: the receiver could use only parts of the message.`,
    'R2.reminder': (what, due) => `“${what}”: the answer is expected by ${due}.`,
    'R2.last-day': (what, due) => `“${what}”: the last day to answer is today, ${due}.`,
    'R2.late': (what, due) => `“${what}”: the answer should have come by ${due}.`,
    'R3.nobody-rung': (what) => `“${what}” is urgent, but it does not say who was rung.`,
    'R4.no-agreed-time': (what) => `“${what}”: the phone conference lacks a day or a time.`,
    'R5.outside-hours': (what, time, hours) =>
      `“${what}” is set for ${time}. Home visits by the GP are usually arranged within ${hours}.`,
    'R6.no-owner': (what, role) => `“${what}” has nobody responsible. By the agreement: ${role}.`,
    'R7.too-few': (wanted, months, booked) =>
      `There should be at least ${wanted} appointments with the GP in ${months} months. ${booked} are held or agreed.`,
    'R8.letter': (due) => `The discharge letter should be here by ${due}.`,
    'R8.call': (due) => `The contact doctor at the hospital should ring the GP by ${due}.`,
    'R9.gaps': (hours) =>
      hours === '1'
        ? 'There is 1 hour a week with nobody to ring.'
        : `There are ${hours} hours a week with nobody to ring.`,
    'R9.holiday-gaps': () => 'On public holidays there are hours with nobody to ring.',
    'R9.gp-away': () => 'It does not say whom to ring when the GP is away.',
    'R10.admitted': (points, day) =>
      points === '1'
        ? `Admitted ${day}: 1 point of the checklist is left.`
        : `Admitted ${day}: ${points} points of the checklist are left.`,
    'R10.discharged': (points, day) =>
      points === '1'
        ? `Discharged ${day}: 1 point of the checklist is left.`
        : `Discharged ${day}: ${points} points of the checklist are left.`,
    'R11.no-date': (what) => `“${what}”: the question has no date for an answer.`,
    'R11.waiting': (what, due) => `“${what}”: the specialist answers by ${due}.`,
    'R11.late': (what, due) => `“${what}”: the specialist should have answered by ${due}.`,
    'deadlines.today': (what, due) => `“${what}” is due today, ${due}.`,
    'deadlines.late': (what, due) => `“${what}” was due ${due}.`,
    'medicine-list.never': () => 'No doctor has signed the list of medicines.',
    'medicine-list.old': (day, months) =>
      `The list of medicines was reconciled ${day}. That is more than ${months} months ago.`,
    'medicine-list.new-letter': () => 'A new discharge letter has come since the list of medicines was reconciled.',
    'medicine-list.unresolved': (lines) =>
      lines === '1'
        ? '1 line of the list of medicines is not settled.'
        : `${lines} lines of the list of medicines are not settled.`,
    'resuscitation.undated': () => 'The decision about resuscitation has no date.',
    'resuscitation.old': (day, months) =>
      `The decision about resuscitation is from ${day}. That is more than ${months} months ago.`,
    'team.no-role': (role) => `Nobody is named in the role ${role} in the team.`,
    'revision.due': (day) => `The plan should be gone through today, ${day}.`,
    'revision.late': (day) => `The plan should have been gone through ${day}.`,
    'needs-talks.no-diagnosis': () =>
      'Cancer pathway at home: the date of the diagnosis is missing, so the talks have no time.',
    'needs-talks.first': () => 'Cancer pathway at home: the first talk has not been held.',
    'needs-talks.second': (from, until) =>
      `Cancer pathway at home: the second talk is held between ${from} and ${until}.`,
    'needs-talks.third': (from, until) =>
      `Cancer pathway at home: the third talk is held between ${from} and ${until}.`,
    'needs-talks.ask-again': (day) =>
      `Cancer pathway at home: the patient declined, and wished to be asked again ${day}.`,
  },
};
