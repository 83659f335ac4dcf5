/**
 * The log as FHIR R4 AuditEvent resources in a collection, for systems that read it: HL7's codes where it has some, our own
 * names of actions where it has none.
 */
import type { LogEntry } from '../../shared/protocol/routes/accessLog.ts';
import { texts } from '../i18n/texts.ts';

const terminology = 'http://terminology.hl7.org/CodeSystem';
/** Our own code system: the names in shared/domain/auditAction.ts. */
const ownActions = 'urn:samrad:audit-action';

/** AuditEvent.action by the verb of ours: create, read, update, delete; all else is execute. */
const verbs: Readonly<Record<string, 'C' | 'R' | 'U' | 'D'>> = {
  read: 'R',
  list: 'R',
  export: 'R',
  search: 'R',
  create: 'C',
  invite: 'C',
  give: 'C',
  write: 'U',
  change: 'U',
  tick: 'U',
  withdraw: 'D',
  delete: 'D',
  purge: 'D',
  end: 'D',
};

/** A Bundle of type collection, newest first as the log is. */
export function fhirOf(entries: readonly LogEntry[]): object {
  return {
    resourceType: 'Bundle',
    type: 'collection',
    entry: entries.map((entry) => ({ resource: auditEvent(entry) })),
  };
}

function auditEvent({ at, action, outcome, who, purpose, sectionId, subject, reason }: LogEntry): object {
  const { shared, accessLog } = texts();
  const entities = [
    ...(sectionId === null ? [] : [{ what: { display: shared.sections[sectionId].heading } }]),
    ...(subject === null ? [] : [{ what: { display: subject } }]),
  ];
  return {
    resourceType: 'AuditEvent',
    type: { system: `${terminology}/audit-event-type`, code: 'rest' },
    subtype: [{ system: ownActions, code: action, display: accessLog.actions[action] }],
    action: verbs[action.split(':')[1] ?? ''] ?? 'E',
    recorded: at,
    // 0: success; 4: minor failure, which a refusal is.
    outcome: outcome === 'done' ? '0' : '4',
    ...(reason === null ? {} : { outcomeDesc: reason }),
    ...(purpose === null
      ? {}
      : { purposeOfEvent: [{ coding: [{ system: `${terminology}/v3-ActReason`, code: purpose }] }] }),
    agent: [
      {
        requestor: true,
        name: who?.name ?? accessLog.unknown,
        ...(who?.role ? { role: [{ text: shared.roles[who.role] }] } : {}),
        ...(who?.organisation ? { who: { display: `${who.name}, ${who.organisation}` } } : {}),
      },
    ],
    source: { observer: { display: 'Samråd' } },
    ...(entities.length === 0 ? {} : { entity: entities }),
  };
}
