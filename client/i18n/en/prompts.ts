/** English: what each field of running text asks for. */
import type { Prompt, PromptTexts } from '../nb/prompts.ts';

const same = (text: string): Prompt => ({ you: text, team: text });

export const prompts: PromptTexts = {
  'what-matters': {
    matters: {
      you: 'Think of what gives your life meaning: people, places, habits, small things and great ones.',
      team: 'The patient’s own words on what gives life meaning: people, places, habits, small things and great ones.',
    },
    goals: {
      you: 'What would you like to manage in the next weeks?',
      team: 'What would the patient like to manage in the next weeks?',
    },
    hope: {
      you: 'One may hope for several things at once.',
      team: 'The patient’s own words. One may hope for several things at once.',
    },
    worries: {
      you: 'What you think about at night belongs here.',
      team: 'What keeps the patient awake, in the patient’s own words.',
    },
    'good-day': {
      you: 'What do you do, and who is with you, on a good day?',
      team: 'What does the patient do, and who is there, on a good day?',
    },
    'not-wanted': {
      you: 'Write what you do not want. You may change your mind at any time.',
      team: 'What the patient does not want. The patient may change their mind.',
    },
  },
  relatives: {
    burden: {
      you: 'How are those of you who are closest? What is hard, and what goes well?',
      team: 'How are those closest? What is hard, and what goes well? Ask them without the patient listening, too.',
    },
    nights: {
      you: 'How are the nights? Is anybody much alone?',
      team: 'How are the nights? Who is alone with the patient, and for how long?',
    },
    respite: {
      you: 'What would give you a break, and who can come?',
      team: 'What would give those closest a break, and who can come?',
    },
    work: {
      you: 'Does anybody have to be away from work? Is care allowance or leave settled?',
      team: 'Does anybody have to be away from work? Is care allowance or leave settled?',
    },
  },
  disease: {
    'patient-knows': {
      you: 'What you have been told, and what you have understood.',
      team: 'What has been said, by whom, and what has the patient understood? What does the patient not want to know?',
    },
  },
  phase: {
    about: {
      you: 'What the doctors say of the way on.',
      team: 'What the treatment can and cannot give, so that patient and relatives understand it.',
    },
  },
  wishes: {
    'place-of-care': {
      you: 'At home, in a nursing home, in hospital, with somebody? What does it take?',
      team: 'Where would the patient rather be, and what does it take?',
    },
    'place-of-death': {
      you: 'You need not know it now. Write what you think today.',
      team: 'What the patient thinks today. Not knowing is all right.',
    },
    present: {
      you: 'Whom do you want with you, and who is to be called?',
      team: 'Whom does the patient want there, and who is to be called?',
    },
    rituals: {
      you: 'Music, prayer, song, candles, a last outing: what is right for you.',
      team: 'Music, prayer, song, candles: what is right for the patient.',
    },
    practical: {
      you: 'Will, keys, pets, passwords, who sees to what.',
      team: 'Will, keys, pets, passwords, who sees to what.',
    },
  },
  faith: {
    belonging: same('Faith, philosophy of life or neither: what you hold on to.'),
    person: same('Priest, imam, humanist, friend? Names and phone numbers are welcome.'),
    rituals: same('Food, prayer, feast days, care of the body: what others should know and respect.'),
  },
  'daily-life': {
    'home-safety': {
      you: 'Do you have a personal alarm? How do those who help you get in?',
      team: 'Is there a personal alarm? Where is the key, and who has the code?',
    },
    transport: {
      you: 'How do you get to the doctor, to the hospital and where you want to go?',
      team: 'How does the patient get to doctor and hospital? Are transport rights settled?',
    },
    'sick-leave': {
      you: 'Are you or someone close to you on sick leave, and until when?',
      team: 'Who is on sick leave, until when, and who renews it?',
    },
    economy: {
      you: 'Is there anything you wonder about money, benefits or housing?',
      team: 'What do they need help with at Nav, in the bank or with the home?',
    },
    work: {
      you: 'What does work mean to you now?',
      team: 'What does work mean to the patient now, and what does the employer know?',
    },
  },
  review: {
    'turning-points': same(
      'What must happen for you to talk before the next review? Worsening, admission, a treatment that ends.',
    ),
  },
  bereavement: {
    talk: same('What the bereaved need to talk about, and how it went.'),
    children: same('Who looks after the children, at home, at school and at the school nurse’s?'),
  },
  'working-notes': {
    notes: same('Preparations before the meeting. What is to be shared can be moved to another part of the plan.'),
  },
  medicines: {
    allergies: same('What did the patient not tolerate, when, and what happened?'),
  },
};
