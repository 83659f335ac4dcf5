/** English. */
import { shared } from '../../../shared/i18n/en.ts';
import type { Texts } from '../nb/index.ts';
import { accessLog } from './accessLog.ts';
import { app } from './app.ts';
import { areas } from './areas.ts';
import { beside } from './beside.ts';
import { emergencyAccess } from './emergencyAccess.ts';
import { endToEnd } from './endToEnd.ts';
import { forms } from './forms.ts';
import { general } from './general.ts';
import { blur } from './blur.ts';
import { comments } from './comments.ts';
import { consents } from './consents.ts';
import { history } from './history.ts';
import { hosting } from './hosting.ts';
import { line } from './line.ts';
import { lineTest } from './lineTest.ts';
import { meeting } from './meeting.ts';
import { minutes } from './minutes.ts';
import { offline } from './offline.ts';
import { ownData } from './ownData.ts';
import { passkeys } from './passkeys.ts';
import { plan } from './plan.ts';
import { print } from './print.ts';
import { prompts } from './prompts.ts';
import { rules } from './rules.ts';
import { scheduling } from './scheduling.ts';
import { sessions } from './sessions.ts';
import { tasks } from './tasks.ts';
import { team } from './team.ts';
import { versions } from './versions.ts';
import { way } from './way.ts';

export const en: Texts = {
  shared,
  accessLog,
  app,
  areas,
  beside,
  blur,
  comments,
  consents,
  emergencyAccess,
  endToEnd,
  forms,
  general,
  history,
  hosting,
  line,
  lineTest,
  meeting,
  minutes,
  offline,
  ownData,
  passkeys,
  plan,
  print,
  prompts,
  rules,
  scheduling,
  sessions,
  tasks,
  team,
  versions,
  way,
};
