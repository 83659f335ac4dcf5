/** What the contents say of each section: that nothing stands there yet, that hours are uncovered, that something waits for an answer. */
import { contactHours, coverageOf } from '../../../shared/careplan/coverage.ts';
import { listPart, type SectionId } from '../../../shared/careplan/sections.ts';
import { rowsView } from '../../../shared/careplan/view.ts';
import type { PlanSession } from '../../api/plan/planSession.ts';
import type { SectionSession } from '../../api/plan/sectionSession.ts';
import { texts } from '../../i18n/texts.ts';
import { isEmptySection } from '../general/emptiness.ts';
import { linesOf } from '../history/historyWords.ts';
import type { Mark } from './contents.ts';

export function marksOf(plan: PlanSession, sectionId: SectionId): Mark[] {
  const session = plan.sections.find(({ id }) => id === sectionId)?.session;
  if (!session?.loaded) return [];
  const words = texts().way.marks;
  const waiting = plan.talk.threads.filter((thread) => thread.sectionId === sectionId && !thread.resolved).length;
  const marks: Mark[] = [];
  if (isEmptySection(session.doc, session.section)) marks.push({ kind: 'empty', sign: '', text: words.empty });
  if (sectionId === 'contacts' && hasGaps(session.doc)) marks.push({ kind: 'gap', sign: '!', text: words.gap });
  if (waiting > 0) marks.push({ kind: 'talk', sign: String(waiting), text: words.talk(waiting) });
  const news = linesOf(session, plan.history.section(sectionId)?.news ?? []).length;
  if (news > 0) marks.push({ kind: 'news', sign: String(news), text: texts().history.news.mark(news) });
  return marks;
}

function hasGaps(doc: SectionSession['doc']): boolean {
  const coverage = coverageOf(rowsView(doc, listPart('contacts')).map(({ values }) => contactHours(values)));
  return coverage.gaps.length > 0 || coverage.holidayGaps.length > 0;
}
