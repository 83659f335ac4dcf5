/** `npm run bench [-- <name> …]`: measures, and prints one line of JSON per figure. Nothing fails by a figure. */
import { editLatency } from './editLatency.ts';
import { guestJavascript } from './guestJavascript.ts';
import { report, type Figure } from './harness.ts';
import { idleMemory } from './idleMemory.ts';
import { joinTime } from './join.ts';
import { joinCrowd } from './joinCrowd.ts';
import { loss } from './loss.ts';
import { meetingsPerCore } from './meetingsPerCore.ts';
import { openDemoPlan, openPlan } from './openPlan.ts';
import { recovery } from './recovery.ts';
import { sectionMemory } from './sectionMemory.ts';
import { auditOverhead, auditVerify } from './security/auditFigures.ts';
import { flood } from './security/flood.ts';
import { signInRate } from './security/signIn.ts';
import { syncThroughput } from './syncThroughput.ts';
import { tenYears } from './years/tenYears.ts';
import { typing } from './typing.ts';

/** The figures by the name that chooses them, in the order in which they are measured. */
const figures: Readonly<Record<string, () => Promise<Figure[]>>> = {
  join: joinTime,
  'join-crowd': joinCrowd,
  'meetings-per-core': meetingsPerCore,
  recovery,
  loss,
  'edit-latency': editLatency,
  'sync-throughput': syncThroughput,
  'open-plan': openPlan,
  'open-demo-plan': openDemoPlan,
  typing,
  'ten-years': tenYears,
  'section-memory': sectionMemory,
  'idle-memory': idleMemory,
  'guest-javascript': guestJavascript,
  'sign-in': signInRate,
  flood,
  'audit-verify': auditVerify,
  'audit-overhead': auditOverhead,
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in figures));
if (unknown.length > 0) {
  process.stderr.write(`No figure is called ${unknown.join(', ')}. There are ${Object.keys(figures).join(', ')}.\n`);
  process.exit(1);
}
for (const [name, measure] of Object.entries(figures))
  if (wanted.length === 0 || wanted.includes(name)) for (const figure of await measure()) report(figure);
