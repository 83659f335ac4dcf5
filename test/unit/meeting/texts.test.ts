/** The words of all screens: the same keys in every language, nothing left untranslated, and titles that tell nothing of health. */
import { expect, test } from 'vitest';
import { en } from '../../../client/i18n/en/index.ts';
import { nb } from '../../../client/i18n/nb/index.ts';
import { nn } from '../../../client/i18n/nn/index.ts';

const everyWord = 'Every word is spelt the same in both.';
/** Texts that are rightly the same in two languages, by language and place, each with its reason. */
const sameOnPurpose: Readonly<Record<string, string>> = {
  'nn app.newMeeting.problems.no-time': everyWord,
  'nn app.newPatient.number': everyWord,
  'nn general.children.noTalk': everyWord,
  'nn general.team.gap.coordinator': everyWord,
  'nn general.team.gap.gp': everyWord,
  'nn lineTest.link': everyWord,
  'nn lineTest.summary.good': everyWord,
  'nn lineTest.summary.skipped': everyWord,
  'nn meeting.devices.problems.hints.busy': everyWord,
  'nn meeting.lobby.admission': everyWord,
  'nn print.emergency': everyWord,
  'nn shared.transitions.admitted.gp-appointment.point': everyWord,
  'nn shared.transitions.discharged.gp-appointment.point': everyWord,
  'nn tasks.templates.headings.what-matters.next': everyWord,
  'nn tasks.transitions.noTime': everyWord,
  'nn versions.approval.waitsForTeam': everyWord,
  'nn accessLog.actions.identity:announce': everyWord,
  'nn team.invite.professional': everyWord,
  'nn team.invite.until': everyWord,
  'nn team.lead.read': everyWord,
  'nn team.number': everyWord,
  'nn team.numbering.label': everyWord,
  'nn team.own.declineFor': everyWord,
  'nn team.problems.until-before-from': everyWord,
  'nn team.withdraw': everyWord,
};
/** Shorter ones are often the same word in bokmål and nynorsk. */
const longest = 25;

/** Every text by its place, such as `app.home.heading`. A text that is put together is called with the names of its places. */
function flat(value: unknown, place = ''): [string, string][] {
  if (typeof value === 'string') return [[place, value]];
  if (typeof value === 'function') return [[place, String(Reflect.apply(value, undefined, [['1'], ['2'], ['3']]))]];
  if (typeof value !== 'object' || value === null) return [[place, `not a text: ${typeof value}`]];
  return Object.entries(value).flatMap(([key, inner]) => flat(inner, place === '' ? key : `${place}.${key}`));
}

const bokmal = new Map(flat(nb));
const others = { nn: new Map(flat(nn)), en: new Map(flat(en)) };

test.each(Object.entries(others))('%s has the same texts as bokmål, no more and no fewer', (_, texts) => {
  expect([...texts.keys()].sort()).toEqual([...bokmal.keys()].sort());
  expect(bokmal.size).toBeGreaterThan(300);
});

test.each(Object.entries({ nb: bokmal, ...others }))('%s has words in every place', (_, texts) => {
  const empty = [...texts].filter(
    ([, text]) => text.trim() === '' || /undefined|null|NaN|\[object|not a text/.test(text),
  );
  expect(empty).toEqual([]);
});

test.each(Object.entries(others))('%s says in every text all that bokmål puts into it', (_, texts) => {
  const put = (text: string | undefined) => [...new Set(text?.match(/[123]/g))].sort().join();
  const built = [...bokmal].filter(([, text]) => put(text) !== '');
  expect(built.length).toBeGreaterThan(20);
  expect(built.filter(([place, text]) => put(texts.get(place)) !== put(text))).toEqual([]);
});

test('no sentence is left in bokmål in another language', () => {
  const left = Object.entries(others).flatMap(([language, texts]) =>
    [...texts]
      .filter(([place, text]) => text.length > longest && bokmal.get(place) === text)
      .map(([place]) => `${language} ${place}`),
  );
  expect(left.sort()).toEqual(Object.keys(sameOnPurpose).sort());
});

test('H4: no window title tells of health or holds a name: titles end up in histories and shared screens', () => {
  const health =
    /pasient|patient|syk|sjuk|sick|ill\b|disease|kreft|cancer|onkolog|oncolog|palliativ|lindr|diagnos|behandl|treatment|død|death|dying|helse|health|lege|doctor|\bgp\b|medisin|medicin|symptom|smerte|pain/i;
  for (const { titles } of [nb.app, nn.app, en.app]) {
    for (const title of Object.values(titles)) {
      expect(title).toBeTypeOf('string');
      expect(title).not.toMatch(health);
      expect(title).toMatch(/ – Samråd$/);
    }
  }
});
