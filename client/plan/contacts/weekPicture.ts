/** The week of the contact plan as a picture of 168 hours, and in words: what is said there is said here too. */
import { html, nothing, type TemplateResult } from 'lit';
import { hoursPerDay, isCovered, type Coverage, type Gap, type HourCover } from '../../../shared/careplan/coverage.ts';
import { texts } from '../../i18n/texts.ts';
import { daysOf } from '../words.ts';

/** The hours that are written above the picture. */
const marks: readonly number[] = [0, 6, 12, 18];
const covers: readonly HourCover[] = ['full', 'part', 'none'];

export function weekPicture(coverage: Coverage): TemplateResult {
  const words = texts().plan.week;
  const { gaps, holidayGaps } = coverage;
  const complete = isCovered(coverage);
  const approval = texts().forms.contacts;
  return html`
    <div class="week" data-complete=${complete ? 'yes' : 'no'}>
      <h3 class="week-heading">${words.heading}</h3>
      <p class="week-answer">${complete ? words.complete : words.covered(coverage.coveredHours)}</p>
      ${picture(coverage)} ${gapList(words.gaps, gaps)} ${gapList(words.holidayGaps, holidayGaps)}
      <p class="week-approval">${complete ? approval.approvable : approval.notApprovable}</p>
    </div>
  `;
}

function picture({ days, holiday }: Coverage): TemplateResult {
  const { legend, holidayShort } = texts().plan.week;
  const names = [...texts().plan.weekdays.short, holidayShort];
  const rows = [...days, holiday];
  return html`
    <div class="week-picture" aria-hidden="true">
      <span></span>
      <span class="week-hours"
        >${marks.map((hour) => html`<span>${String(hour).padStart(2, '0')}</span>`)}<span>${hoursPerDay}</span></span
      >
      ${rows.map(
        (hours, index) =>
          html`<span class="week-day">${names[index]}</span>
            <span class="week-row" data-day=${index < days.length ? 'week' : 'holiday'}
              >${hours.map((cover) => html`<i data-cover=${cover}></i>`)}</span
            >`,
      )}
    </div>
    <ul class="plain-list week-legend" aria-hidden="true">
      ${covers
        .filter((cover) => cover === 'full' || rows.some((hours) => hours.includes(cover)))
        .map((cover) => html`<li><i data-cover=${cover}></i> ${legend[cover]}</li>`)}
    </ul>
  `;
}

/** The gaps in words, or nothing where there are none. */
export function gapList(intro: string, gaps: readonly Gap[]): TemplateResult | typeof nothing {
  if (gaps.length === 0) return nothing;
  return html`
    <p class="week-gaps-intro">${intro}</p>
    <ul class="week-gaps">
      ${gaps.map((gap) => html`<li>${gapText(gap)}</li>`)}
    </ul>
  `;
}

/** «mandag kl. 15:30–22:00» */
export function gapText({ weekdays, from, to }: Gap): string {
  const words = texts().plan.week;
  const days = daysOf(weekdays);
  return from === '00:00' && to === '24:00' ? words.wholeDay(days) : words.gap(days, from, to);
}
