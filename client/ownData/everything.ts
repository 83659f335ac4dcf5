/** All that is known of a plan and that its patient may have: fetched by the calls that the pages use, each recorded as they are. */
import type { RouteOutput } from '../../shared/protocol/rest.ts';
import type { LogEntry } from '../../shared/protocol/routes/accessLog.ts';
import type { PlanInfo } from '../../shared/protocol/types.ts';
import { call } from '../api/rest.ts';

/** Goes into the file as it is. Times are ISO 8601 in UTC. */
export interface Everything {
  readonly format: 'samrad-export-1';
  /** When the plan's content was read. */
  readonly at: string;
  readonly plan: PlanInfo;
  readonly sections: RouteOutput<'planContent'>['sections'];
  readonly approval: RouteOutput<'approval'>;
  readonly versions: readonly RouteOutput<'version'>[];
  readonly team: RouteOutput<'team'>;
  readonly consents: RouteOutput<'consents'>['consents'];
  readonly threads: RouteOutput<'threads'>['threads'];
  readonly history: RouteOutput<'history'>;
  readonly transitions: RouteOutput<'transitions'>['transitions'];
  readonly templates: RouteOutput<'templates'>;
  /** Those that the patient was invited to, each with who was there and its minutes. */
  readonly meetings: readonly RouteOutput<'meetingRecord'>[];
  readonly accessLog: readonly LogEntry[];
}

/** Fetches all of it; `step` hears how much is done, from 0 to 1. @throws SamradError */
export async function fetchEverything(planId: string, step: (done: number) => void): Promise<Everything> {
  const asked = [
    call('plan', { planId }, {}),
    call('planContent', { planId }, {}),
    call('approval', { planId }, {}),
    call('versions', { planId }, {}),
    call('team', { planId }, {}),
    call('consents', { planId }, {}),
    call('threads', { planId }, {}),
    call('history', { planId }, {}),
    call('transitions', { planId }, {}),
    call('templates', { planId }, {}),
    call('planMeetings', { planId }, {}),
    wholeLog(planId),
  ] as const;
  let done = 0;
  for (const one of asked)
    one.then(
      () => step((done += 1) / (asked.length + 1)),
      () => undefined,
    );
  const [
    plan,
    content,
    approval,
    listed,
    team,
    consents,
    threads,
    history,
    transitions,
    templates,
    invited,
    accessLog,
  ] = await Promise.all(asked);
  const versions = await Promise.all(listed.versions.map(({ id }) => call('version', { planId, versionId: id }, {})));
  const meetings = await Promise.all(
    invited.meetings.map(({ id: meetingId }) => call('meetingRecord', { meetingId }, {})),
  );
  step(1);
  return {
    format: 'samrad-export-1',
    at: content.at,
    plan,
    sections: content.sections,
    approval,
    versions,
    team,
    consents: consents.consents,
    threads: threads.threads,
    history,
    transitions: transitions.transitions,
    templates,
    meetings,
    accessLog,
  };
}

/** All of the access log, newest first. @throws SamradError */
export async function wholeLog(planId: string): Promise<LogEntry[]> {
  const entries: LogEntry[] = [];
  for (let before: string | null = 'newest'; before !== null;) {
    const page: RouteOutput<'accessLog'> = await call('accessLog', { planId, before }, {});
    entries.push(...page.entries);
    before = page.before;
  }
  return entries;
}
