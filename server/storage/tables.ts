/** The tables as TypeScript sees them, and the builder that makes typed SQL from them. Times are ISO 8601 in UTC. */
import { DummyDriver, Kysely, SqliteAdapter, SqliteIntrospector, SqliteQueryCompiler, type Generated } from 'kysely';
import type { z } from 'zod';
import type { ChangeKind } from '../../shared/careplan/change.ts';
import type { SignatureKind } from '../../shared/careplan/seal.ts';
import type { SectionId } from '../../shared/careplan/sections.ts';
import type { TemplateId } from '../../shared/careplan/templates.ts';
import type { CheckPoint } from '../../shared/careplan/transition.ts';
import type { consentEndSchema, consentMannerSchema } from '../../shared/domain/consent.ts';
import type { DeviceName } from '../../shared/domain/device.ts';
import type { Identification } from '../../shared/domain/identification.ts';
import type { Purpose } from '../../shared/domain/membership.ts';
import type { Role } from '../../shared/domain/roles.ts';
import type { Language, MeetingInfo, MeetingKind } from '../../shared/protocol/types.ts';

export interface Tables {
  person: { id: string; name: string };
  plan: { id: string; patient_id: string; created_at: string };
  membership: {
    plan_id: string;
    person_id: string;
    role: Role;
    organisation: string;
    /** HPR number, where the profession has one. */
    profession_id: string | null;
    /** Why the person takes part: TREAT or COC (HL7 PurposeOfUse). */
    purpose: string;
    valid_from: string;
    valid_until: string | null;
  };
  consent: {
    id: string;
    plan_id: string;
    section_id: SectionId;
    person_id: string;
    valid_from: string;
    valid_until: string | null;
    /** In words: the patient's name, or what the coordinator recorded. */
    gave_by: string;
    how: z.infer<typeof consentMannerSchema>;
    recorded_by: string;
    recorded_at: string;
    ended_at: string | null;
    ended_by: string | null;
    ended_as: z.infer<typeof consentEndSchema> | null;
  };
  team_invitation: {
    id: string;
    plan_id: string;
    person_id: string;
    role: Role;
    organisation: string;
    purpose: Purpose;
    valid_until: string | null;
    invited_by: string;
    invited_at: string;
    ended_at: Generated<string | null>;
    ended_as: Generated<'accepted' | 'declined' | 'withdrawn' | null>;
  };
  emergency_access: {
    id: string;
    plan_id: string;
    person_id: string;
    role: Role;
    organisation: string;
    reason: string;
    at: string;
    until: string;
  };
  /** One row at most: the last record that has gone by time. */
  audit_start: { id: 1; through: number; hash: string };
  administrator: { person_id: string; since: string };
  /** Who works in an organisation, as its administrator says. */
  staff: {
    person_id: string;
    organisation: string;
    /** HPR number. */
    profession_id: string | null;
    since: string;
    ended_at: string | null;
  };
  person_invitation: {
    token_hash: string;
    person_id: string;
    made_at: string;
    expires_at: string;
    used_at: string | null;
  };
  passkey: {
    /** The authenticator's name for it, base64url. */
    id: string;
    person_id: string;
    /** COSE. */
    public_key: Uint8Array;
    counter: number;
    made_at: string;
    last_at: string;
  };
  /** A plan that is to be deleted. */
  plan_deletion: { plan_id: string; asked_by: string; asked_at: string; due_at: string };
  emergency_seen: { emergency_id: string; person_id: string; at: string };
  /** How an identity provider knows a person. */
  person_identity: {
    provider: string;
    subject: string;
    person_id: string;
    /** HMAC of the national identity number. */
    number_hash: string | null;
    /** HPR number. */
    profession_id: string | null;
    /** JSON: categories of HPR. */
    categories: string;
    /** Organisation number. */
    organisation: string | null;
    first_at: string;
    last_at: string;
  };
  session: {
    id: string;
    token_hash: string;
    person_id: string;
    identification: Identification;
    meeting_id: string | null;
    /** The identity provider, what it calls the person, and what it calls its own session. */
    provider: string | null;
    provider_subject: string | null;
    provider_session: string | null;
    browser: DeviceName['browser'];
    system: DeviceName['system'];
    /** Hash of the cookie of the browser that it was given to. */
    browser_hash: string | null;
    started_at: string;
    last_used_at: string;
    expires_at: string;
  };
  meeting: {
    id: string;
    plan_id: string;
    kind: MeetingKind;
    state: MeetingInfo['state'];
    starts_at: string;
    convener_id: string;
    /** JSON: Terms; null for a meeting from before there were any. */
    terms: string | null;
    /** JSON: Course; null before the first step. */
    course: string | null;
    ended_at: string | null;
    /** How often it was changed. */
    sequence: Generated<number>;
    series_id: string | null;
  };
  minutes: {
    meeting_id: string;
    /** JSON: MinutesContent. */
    content: string;
    hash: string;
    frozen_at: string;
    frozen_by: string;
  };
  minutes_approval: { meeting_id: string; person_id: string; role: Role; at: string };
  meeting_chat: { id: string; meeting_id: string; person_id: string; role: Role; text: string; at: string };
  /** Who was in the room of a meeting, once for each time they came. */
  attendance: {
    meeting_id: string;
    person_id: string;
    role: Role;
    organisation: string;
    identification: Identification;
    came_at: string;
    went_at: string | null;
  };
  /** Who sat beside somebody who was there; `went_at` null while they do. */
  attendance_beside: {
    meeting_id: string;
    person_id: string;
    name: string;
    relation: string;
    came_at: string;
    went_at: string | null;
  };
  invitee: {
    meeting_id: string;
    person_id: string;
    admitted: 0 | 1;
    /** The language in which they were written to; null for those who were not. */
    mailed_in: Generated<Language | null>;
    reminded_at: Generated<string | null>;
  };
  person_contact: { person_id: string; email: string };
  /** Mails: waiting while `next_at` is set. */
  outbox: {
    id: string;
    meeting_id: string;
    person_id: string;
    address: string;
    subject: string;
    body: string;
    calendar: string | null;
    made_at: string;
    next_at: string | null;
    sent_at: string | null;
    tries: Generated<number>;
  };
  link: {
    token_hash: string;
    meeting_id: string;
    person_id: string;
    expires_at: string;
    /** Hash of the cookie of the browser that redeemed it. */
    browser_hash: string | null;
    /** Hash of the code that it asks for, and until when that can be used. */
    code_hash: Generated<string | null>;
    code_until: Generated<string | null>;
    code_tries: Generated<number>;
    codes_sent: Generated<number>;
  };
  section_update: {
    document: string;
    sequence: number;
    data: Uint8Array;
    person_id: string | null;
    role: Role | null;
    session_id: string | null;
    at: string;
  };
  section_snapshot: { document: string; sequence: number; data: Uint8Array; at: string };
  thread: {
    id: string;
    plan_id: string;
    section_id: SectionId | null;
    row_id: string | null;
    kind: 'comment' | 'question';
    person_id: string;
    resolved_at: Generated<string | null>;
    resolved_by: Generated<string | null>;
    resolved_role: Generated<Role | null>;
  };
  comment: { id: string; thread_id: string; person_id: string; role: Role; at: string; text: string };
  section_change: {
    plan_id: string;
    section_id: SectionId;
    first_sequence: number;
    part: string;
    row_id: string;
    field: string;
    kind: ChangeKind;
    value: string | null;
    person_id: string;
    role: Role;
    first_at: string;
    at: string;
    sequence: number;
  };
  section_journal: { document: string; sequence: number };
  plan_visit: { plan_id: string; person_id: string; since: string | null; last_at: string };
  plan_version: {
    id: string;
    plan_id: string;
    number: number;
    name: string;
    reason: string;
    /** The version that this one corrects. */
    corrects: string | null;
    previous_hash: string | null;
    created_at: string;
    person_id: string;
    person_name: string;
    role: Role;
    organisation: string;
    hash: string;
  };
  version_section: {
    version_id: string;
    section_id: SectionId;
    salt: string;
    /** Canonical JSON, exactly as hashed. */
    content: string;
    document: Uint8Array;
    hash: string;
  };
  version_signature: {
    version_id: string;
    person_id: string;
    kind: SignatureKind;
    person_name: string;
    role: Role;
    organisation: string;
    at: string;
    version_hash: string;
    hash: string;
  };
  /** A draft that was deleted: only that its number is used. */
  version_gone: { plan_id: string; number: number; person_id: string; at: string };
  version_request: { plan_id: string; person_id: string; at: string };
  audit: { sequence: number; body: string; previous_hash: string; hash: string };
  setting: { name: string; value: string };
  reconciliation: {
    id: string;
    plan_id: string;
    person_id: string;
    role: Role;
    organisation: string;
    at: string;
    /** SHA-256 of `list` as hex. */
    hash: string;
    /** The list in its canonical form. */
    list: string;
  };
  transition: {
    id: string;
    plan_id: string;
    kind: 'admitted' | 'discharged';
    at: string;
    place: string;
    seriously_ill: 0 | 1;
    person_id: string;
    role: Role;
    recorded_at: string;
  };
  /** A point that somebody has ticked or made a task; what stays as it began has no row. */
  transition_point: {
    transition_id: string;
    point: CheckPoint;
    person_id: string | null;
    role: Role | null;
    ticked_at: string | null;
    task_made_at: string | null;
  };
  transition_call: {
    transition_id: string;
    who: string;
    at: string;
    person_id: string;
    role: Role;
    recorded_at: string;
  };
  template_use: {
    plan_id: string;
    template: TemplateId;
    state: 'active' | 'declined' | 'ended';
    /** An ISO date. */
    ask_again_on: string | null;
    person_id: string;
    role: Role;
    at: string;
  };
  template_talk: {
    plan_id: string;
    template: TemplateId;
    talk: string;
    /** An ISO date. */
    held_on: string;
    person_id: string;
    role: Role;
    at: string;
  };
  template_topic: {
    plan_id: string;
    template: TemplateId;
    talk: string;
    topic: string;
    person_id: string;
    role: Role;
    at: string;
  };
  /** Known areas, also where no plan is. */
  area: { municipality: string; district: string };
  organisation: { name: string; number: string | null; since: string; ended_at: string | null };
  plan_area: { plan_id: string; municipality: string; district: string };
  rule_setting: {
    municipality: string;
    district: string;
    name: string;
    /** JSON. */
    value: string;
    source: string;
    /** An ISO date. */
    source_on: string;
  };
}

/** Builds statements; it has no connection, they are carried out by a Database. */
export const sql = new Kysely<Tables>({
  dialect: {
    createAdapter: () => new SqliteAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  },
});
