/**
 * Templates as data: what a kind of plan or talk asks for, and where in the plan that stands. A template opens sections
 * and gives an agenda; it never copies text.
 */
import { z } from 'zod';
import type { IsoDate } from '../domain/calendar/dates.ts';
import { addDays, addMonths } from '../domain/calendar/dates.ts';
import type { Role } from '../domain/roles.ts';
import type { MeetingKind } from '../protocol/types.ts';
import type { SectionId } from './sections.ts';

export const templateIdSchema = z.enum(['individual-plan', 'what-matters', 'home-pathway', 'palliative']);
export type TemplateId = z.infer<typeof templateIdSchema>;
export const templateIds: readonly TemplateId[] = templateIdSchema.options;

export const talkIdSchema = z.enum(['talk', 'first', 'second', 'third']);
export type TalkId = z.infer<typeof talkIdSchema>;

/**
 * Where something stands. `all`: anything in the section; `parts`: a prose field, a list, single values of the record;
 * `row`: a row of the list `rows` with this value; `open`: the section is opened, but nothing in it tells whether this was
 * thought of.
 */
export type Place = { readonly section: SectionId } & (
  | { readonly what: 'all' }
  | { readonly what: 'parts'; readonly parts: readonly string[] }
  | { readonly what: 'row'; readonly field: string; readonly value: string }
  | { readonly what: 'open' }
);

/** A heading that a template asks for. Its words are in the page's texts, by template and id. */
export interface Heading {
  readonly id: string;
  /** Filled when anything stands in any of these; the first is where one goes to fill it. */
  readonly places: readonly [Place, ...Place[]];
  /** Minutes of a meeting that the point is given; 0 where it is no point of an agenda. */
  readonly minutes: number;
  readonly owner: Role;
}

/** A talk that the template asks for. `from` and `to` are months after the diagnosis; null where no time is set. */
export interface Talk {
  readonly id: TalkId;
  readonly window: { readonly fromMonth: number; readonly toMonth: number } | null;
}

export interface Template {
  readonly id: TemplateId;
  /** The meeting in which it is talked through. */
  readonly meeting: MeetingKind;
  readonly headings: readonly Heading[];
  readonly talks: readonly Talk[];
  /** Whether the headings are ticked as talked about in a talk. */
  readonly topics: boolean;
  /** Whether the patient may decline it and be asked again. */
  readonly mayDecline: boolean;
}

function heading(id: string, minutes: number, owner: Role, ...places: [Place, ...Place[]]): Heading {
  return { id, minutes, owner, places };
}

const all = (section: SectionId): Place => ({ section, what: 'all' });
const part = (section: SectionId, ...parts: string[]): Place => ({ section, what: 'parts', parts });
const opens = (section: SectionId): Place => ({ section, what: 'open' });

/** The headings of an individual plan as the care team's domain description lists them ("The plan: sections"). */
const individualPlan: Template = {
  id: 'individual-plan',
  meeting: 'care-team',
  topics: false,
  mayDecline: false,
  talks: [],
  headings: [
    heading('goals', 10, 'patient', part('what-matters', 'goals', 'matters', 'hope')),
    heading('resources', 5, 'patient', all('resources'), part('relatives', 'rows')),
    heading('needs', 10, 'patient', all('daily-life'), part('what-matters', 'worries')),
    heading('participants', 5, 'coordinator', all('team')),
    heading('coordinator', 0, 'coordinator', { section: 'team', what: 'row', field: 'role', value: 'coordinator' }),
    heading('contributions', 5, 'coordinator', all('team'), all('resources')),
    heading('measures', 10, 'coordinator', all('tasks'), all('zones')),
    heading('how', 5, 'coordinator', all('zones'), part('phase', 'about')),
    heading('period', 5, 'coordinator', part('review', 'period-from', 'period-to', 'next-revision')),
    heading('consent', 0, 'coordinator', opens('relatives')),
    heading('other-cooperation', 5, 'coordinator', all('contacts')),
  ],
};

/** Exactly six points, as the care team's domain description has them ("Meetings"). */
const whatMatters: Template = {
  id: 'what-matters',
  meeting: 'what-matters',
  topics: true,
  mayDecline: false,
  talks: [{ id: 'talk', window: null }],
  headings: [
    heading('what-matters', 10, 'patient', all('what-matters')),
    heading('letter-and-health', 10, 'gp', all('disease'), all('symptoms')),
    heading('tests', 5, 'gp', part('phase', 'next-review'), opens('tasks')),
    heading('medicines', 10, 'gp', all('medicines')),
    heading('help', 10, 'home-care', all('daily-life'), opens('tasks')),
    heading('next', 5, 'coordinator', part('review', 'next-revision')),
  ],
};

/** The three windows and thirteen topics of *Pakkeforløp hjem*, as the care team's domain description has them. */
const homePathway: Template = {
  id: 'home-pathway',
  meeting: 'needs-assessment',
  topics: true,
  mayDecline: true,
  talks: [
    // The source names no end of the first window; it is taken to last until the second opens.
    { id: 'first', window: { fromMonth: 0, toMonth: 3 } },
    { id: 'second', window: { fromMonth: 3, toMonth: 4 } },
    { id: 'third', window: { fromMonth: 12, toMonth: 18 } },
  ],
  headings: [
    heading('family', 5, 'coordinator', all('relatives'), all('children')),
    heading('work', 5, 'coordinator', part('daily-life', 'work', 'sick-leave'), part('children', 'rows')),
    heading('economy', 5, 'coordinator', part('daily-life', 'economy')),
    heading('help-at-home', 5, 'home-care', part('daily-life', 'aids', 'home-safety', 'transport')),
    heading('rehabilitation', 5, 'coordinator', opens('phase'), opens('tasks')),
    heading('activity', 5, 'coordinator', opens('what-matters')),
    heading('nutrition', 5, 'coordinator', opens('symptoms'), opens('zones')),
    heading('own-health', 5, 'coordinator', part('disease', 'patient-knows'), opens('zones')),
    heading('coping', 5, 'coordinator', part('what-matters', 'hope'), all('resources')),
    heading('leisure', 5, 'coordinator', part('what-matters', 'good-day')),
    heading('mental-health', 5, 'coordinator', part('what-matters', 'worries'), opens('symptoms')),
    heading('sexual-health', 5, 'coordinator', opens('tasks')),
    heading('oral-health', 5, 'coordinator', opens('tasks')),
  ],
};

/** What a palliative plan asks for: the sections that carry it, in the order of a talk ahead of time. */
const palliative: Template = {
  id: 'palliative',
  meeting: 'advance-care',
  topics: false,
  mayDecline: false,
  talks: [{ id: 'talk', window: null }],
  headings: [
    heading('what-matters', 10, 'patient', all('what-matters')),
    heading('understanding', 5, 'gp', part('disease', 'patient-knows'), all('phase')),
    heading('relief', 10, 'palliative', all('symptoms'), all('zones')),
    heading('standby', 5, 'palliative', all('standby-medicines')),
    heading('decisions', 10, 'gp', all('decisions')),
    heading('wishes', 10, 'patient', all('wishes')),
    heading('relatives', 5, 'coordinator', all('relatives'), all('children')),
    heading('contacts', 5, 'coordinator', all('contacts')),
    heading('turning-points', 5, 'coordinator', part('review', 'turning-points')),
  ],
};

export const templates: Readonly<Record<TemplateId, Template>> = {
  'individual-plan': individualPlan,
  'what-matters': whatMatters,
  'home-pathway': homePathway,
  palliative,
};

/** One point of a meeting: its id, which names its words, the minutes, who leads it, the sections it opens. */
export interface AgendaPoint {
  readonly id: string;
  readonly minutes: number;
  readonly owner: Role;
  readonly sections: readonly SectionId[];
}

/** The agenda of the meeting in which a template is talked through. */
export function agendaOf({ headings }: Template): AgendaPoint[] {
  return headings
    .filter(({ minutes }) => minutes > 0)
    .map(({ id, minutes, owner, places }) => ({
      id,
      minutes,
      owner,
      sections: [...new Set(places.map(({ section }) => section))],
    }));
}

/** When a talk should be held, both days included. Null where the template sets no time, or the diagnosis has no date. */
export function windowOf({ window }: Talk, diagnosedOn: IsoDate): { from: IsoDate; to: IsoDate } | null {
  if (window === null || diagnosedOn === '') return null;
  const from = addMonths(diagnosedOn, window.fromMonth);
  const end = addMonths(diagnosedOn, window.toMonth);
  // The first window ends on the day before the second begins.
  return { from, to: window.fromMonth === 0 ? addDays(end, -1) : end };
}
