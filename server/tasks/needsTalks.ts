/** How a plan stands to pakkeforløp hjem, as the rules need to know it. */
import type { TemplateUse } from '../../shared/careplan/templateUse.ts';
import type { RecordedFacts } from './facts.ts';

/** Null where the plan does not follow it, or no longer. */
export function needsTalksIn(uses: readonly TemplateUse[]): RecordedFacts['needsTalks'] {
  const use = uses.find(({ template }) => template === 'home-pathway');
  if (!use || use.state === 'ended') return null;
  return {
    held: new Set(use.talks.map(({ talk }) => talk)),
    declined: use.state === 'declined',
    askAgainOn: use.askAgainOn,
  };
}
