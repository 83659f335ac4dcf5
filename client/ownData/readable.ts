/** All of a plan as one page for people: opens in any browser, needs nothing else, and can be printed. */
import { html, nothing, render } from 'lit';
import { isEmptyContent } from '../../shared/careplan/content.ts';
import { shortDateAndTime, shortDateWithYear } from '../app/dates.ts';
import { language, texts } from '../i18n/texts.ts';
import { pointTitle } from '../meeting/agenda/pointTitle.ts';
import { besideLine } from '../meeting/beside/besideWords.ts';
import { contentView } from '../plan/content/contentView.ts';
import type { Everything } from './everything.ts';

const style = `
  body { font: 18px/1.5 sans-serif; max-width: 48rem; margin: 2rem auto; padding: 0 1rem; }
  table { border-collapse: collapse; width: 100%; } th, td { text-align: left; vertical-align: top; padding: .3rem .5rem; border-bottom: 1px solid #999; }
  dt { font-weight: bold; } section { margin-block: 2rem; }
`;

/** The page as text. What people have written stands in it as text, whatever it is. */
export function readablePage(everything: Everything): string {
  const words = texts().ownData;
  const page = document.implementation.createHTMLDocument(words.fileTitle);
  page.documentElement.lang = language();
  page.head.append(Object.assign(page.createElement('style'), { textContent: style }));
  const box = document.createElement('main');
  render(content(everything), box);
  const comments = document.createTreeWalker(box, NodeFilter.SHOW_COMMENT);
  const marks: Node[] = [];
  while (comments.nextNode()) marks.push(comments.currentNode);
  for (const mark of marks) mark.parentNode?.removeChild(mark);
  page.body.append(page.adoptNode(box));
  return `<!doctype html>\n${page.documentElement.outerHTML}`;
}

function content({ at, plan, sections, team, consents, threads, versions, meetings, accessLog }: Everything) {
  const { ownData: words, shared, accessLog: logWords } = texts();
  return html`
    <h1>${plan.patientName}</h1>
    <p>${words.readAt(shortDateAndTime(at))}</p>
    ${sections
      .filter((section) => !isEmptyContent(section))
      .map(
        (section) =>
          html`<section>
            <h2>${shared.sections[section.section].heading}</h2>
            ${contentView(section, plan)}
          </section>`,
      )}
    <section>
      <h2>${words.parts.team}</h2>
      <ul>
        ${team.seats.map(
          ({ member, from, until }) =>
            html`<li>
              ${member.name}, ${shared.roles[member.role]}, ${member.organisation}: ${shortDateWithYear(from)} –
              ${until === null ? '' : shortDateWithYear(until)}
            </li>`,
        )}
      </ul>
    </section>
    <section>
      <h2>${words.parts.consents}</h2>
      <ul>
        ${consents.map(
          ({ sectionId, person, from, until }) =>
            html`<li>
              ${shared.sections[sectionId].heading} – ${person.name}: ${shortDateWithYear(from)} –
              ${until === null ? '' : shortDateWithYear(until)}
            </li>`,
        )}
      </ul>
    </section>
    <section>
      <h2>${words.parts.threads}</h2>
      ${threads.map(
        ({ comments }) =>
          html`<ul>
            ${comments.map(
              ({ author, at: said, text }) => html`<li>${author.name}, ${shortDateAndTime(said)}: ${text}</li>`,
            )}
          </ul>`,
      )}
    </section>
    <section>
      <h2>${words.parts.versions}</h2>
      <ul>
        ${versions.map(
          ({ version }) => html`<li>${version.number}. ${version.name}, ${shortDateAndTime(version.createdAt)}</li>`,
        )}
      </ul>
    </section>
    <section>
      <h2>${words.parts.meetings}</h2>
      ${meetings.map((record) => meetingOf(record))}
    </section>
    <section>
      <h2>${logWords.heading}</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">${logWords.columns.at}</th>
            <th scope="col">${logWords.columns.who}</th>
            <th scope="col">${logWords.columns.what}</th>
          </tr>
        </thead>
        <tbody>
          ${accessLog.map(
            ({ at: done, who, action, sectionId, outcome }) =>
              html`<tr>
                <td>${shortDateAndTime(done)}</td>
                <td>${who?.name ?? logWords.unknown}</td>
                <td>
                  ${outcome === 'refused' ? logWords.stopped : ''} ${logWords.actions[action]}
                  ${sectionId === null ? '' : shared.sections[sectionId].heading}
                </td>
              </tr>`,
          )}
        </tbody>
      </table>
    </section>
  `;
}

function meetingOf({ meeting, attendance, minutes: { content: written } }: Everything['meetings'][number]) {
  const { shared, minutes: words } = texts();
  return html`
    <h3>${shared.meetingKinds[meeting.kind]}, ${shortDateAndTime(meeting.startsAt)}</h3>
    <ul>
      ${attendance.map(
        ({ name, role, beside, cameAt, wentAt }) =>
          html`<li>
            ${name}, ${shared.roles[role]}: ${shortDateAndTime(cameAt)} –
            ${wentAt === null ? '' : shortDateAndTime(wentAt)}
            ${beside.map((helper) => html`<br />${besideLine([helper])}, ${shortDateAndTime(helper.cameAt)}`)}
          </li>`,
      )}
    </ul>
    <dl>
      ${written.notes.map(
        ({ pointId, title, text }) =>
          html`<dt>${pointTitle(meeting.kind, { id: pointId, title })}</dt>
            <dd>${text}</dd>`,
      )}
      ${
        written.general === ''
          ? nothing
          : html`<dt>${words.general}</dt>
              <dd>${written.general}</dd>`
      }
      ${written.decisions.map(
        ({ text }, index) =>
          html`<dt>${words.decision(index + 1)}</dt>
            <dd>${text}</dd>`,
      )}
    </dl>
  `;
}
