/** What a person's tile says of their line: three bars at all times, and words where it is weak or the picture rests for it. */
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { LineQuality } from '../../../shared/protocol/types.ts';
import { texts } from '../../i18n/texts.ts';
import type { PersonTile, ScreenTile } from '../tiles.ts';
import { icon } from './icons.ts';

const barsOf: Readonly<Record<LineQuality, number>> = { bad: 1, weak: 2, good: 3 };
const bars = [
  { x: 4, y: 15 },
  { x: 10, y: 10 },
  { x: 16, y: 5 },
];

/** As many full bars as the line is good; the rest are outlines, so that it shows without colour. */
export function lineMark(line: LineQuality): TemplateResult {
  return html`<span class="tile-mark tile-bars" role="img" data-line=${line} aria-label=${texts().line.quality[line]}>
    <svg class="icon" viewBox="0 0 24 24" stroke="currentColor" aria-hidden="true" focusable="false">
      ${bars.map(
        ({ x, y }, index) =>
          svg`<rect x=${x} y=${y} width="4" height=${20 - y} rx="1" stroke-width="1.2"
            fill=${index < barsOf[line] ? 'currentColor' : 'none'} />`,
      )}
    </svg>
  </span>`;
}

/** Whose line is weak; why my own picture rests, and what helps, is said by the room's own notice. */
export function lineWords({ participant, me, track, restsFor }: PersonTile): TemplateResult | typeof nothing {
  const { line, name } = participant;
  const { rests } = texts().line;
  const { lines } = texts().meeting.tile;
  if (restsFor !== null) {
    const others = restsFor === 'my-line' ? rests.mine : rests.theirs(name.split(' ', 1)[0] ?? name);
    return words('bad', me ? rests.ownShort : others);
  }
  if (line === 'good') return nothing;
  // Without a camera there is nothing to be turned off.
  return words(line, me && track ? lines.mine : lines[line]);
}

/** That a shared screen has no room in my line. */
export function screenWords({ track }: ScreenTile): TemplateResult | typeof nothing {
  return track ? nothing : words('bad', texts().line.rests.screen);
}

function words(line: LineQuality, said: string): TemplateResult {
  return html`<span class="tile-away tile-line" data-line=${line}>${icon('signal')}<span>${said}</span></span>`;
}
