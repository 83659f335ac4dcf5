/** Demonstration: answers to the form of symptoms over four months. Numbers for show; they follow nobody's course. */
import type { DemoEntry, DemoValues } from '../entry.ts';

interface Answer {
  readonly by: string;
  readonly daysAgo: number;
  readonly at: string;
  readonly answeredBy: 'patient' | 'relative' | 'nurse';
  /** Pain, tiredness, drowsiness, nausea, appetite, breathlessness, depression, anxiety, wellbeing. */
  readonly scores: readonly (number | 'unable')[];
  readonly other?: { readonly name: string; readonly score: number };
  readonly note?: string;
}

const asked = [
  'pain',
  'tiredness',
  'drowsiness',
  'nausea',
  'appetite',
  'breathlessness',
  'depression',
  'anxiety',
  'wellbeing',
];

const answers: readonly Answer[] = [
  {
    by: 'patient',
    daysAgo: 118,
    at: '10:05',
    answeredBy: 'patient',
    scores: [2, 3, 1, 0, 2, 1, 2, 2, 3],
  },
  {
    by: 'patient',
    daysAgo: 91,
    at: '09:40',
    answeredBy: 'patient',
    scores: [3, 4, 1, 1, 3, 1, 2, 3, 3],
  },
  {
    by: 'home-care',
    daysAgo: 63,
    at: '13:15',
    answeredBy: 'patient',
    scores: [4, 5, 2, 1, 3, 2, 3, 3, 4],
    note: 'Vondest i hoften når jeg har sittet lenge.',
  },
  {
    by: 'home-care',
    daysAgo: 41,
    at: '18:30',
    answeredBy: 'relative',
    scores: [6, 6, 4, 4, 6, 2, 'unable', 'unable', 6],
    note: 'Harald orket ikke å svare selv i kveld. Inger svarte slik hun ser det.',
  },
  {
    by: 'cancer-nurse',
    daysAgo: 27,
    at: '11:20',
    answeredBy: 'patient',
    scores: [4, 6, 3, 2, 5, 2, 3, 4, 5],
    other: { name: 'Munntørrhet', score: 4 },
  },
  {
    by: 'patient',
    daysAgo: 12,
    at: '10:12',
    answeredBy: 'patient',
    scores: [3, 6, 3, 2, 4, 2, 3, 3, 4],
    other: { name: 'Munntørrhet', score: 5 },
  },
  {
    by: 'patient',
    daysAgo: 2,
    at: '09:55',
    answeredBy: 'patient',
    scores: [3, 5, 2, 1, 4, 2, 3, 2, 4],
    other: { name: 'Munntørrhet', score: 3 },
    note: 'Bedre natt. Jeg leste for barnebarnet i går.',
  },
];

/** One entry for each answer, by the one who wrote it down. */
export const symptoms: readonly DemoEntry[] = answers.map(({ by, daysAgo, ...answer }) => ({
  section: 'symptoms',
  by,
  daysAgo,
  lists: { rows: [row({ daysAgo, ...answer })] },
}));

function row({ daysAgo, at, answeredBy, scores, other, note = '' }: Omit<Answer, 'by'>): DemoValues {
  return {
    on: { inDays: -daysAgo },
    at,
    'answered-by': answeredBy,
    ...Object.fromEntries(asked.map((symptom, index) => [symptom, scores[index] ?? ''])),
    ...(other ? { other: other.score, 'other-name': other.name } : {}),
    note,
  };
}
