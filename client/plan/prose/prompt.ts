/** What a field of running text asks for, in words to the one who writes. */
import { texts } from '../../i18n/texts.ts';
import type { SectionContext } from '../context.ts';

/** '' where a field has no prompt. */
export function promptOf({ plan, session }: SectionContext, field: string): string {
  const prompt = texts().prompts[session.section.id]?.[field];
  if (!prompt) return '';
  return plan.me.role === 'patient' || plan.me.role === 'relative' ? prompt.you : prompt.team;
}
