/** The composition root: every part is made here and handed what it needs. `createApp` knows the whole; nothing else does. */
import { Areas } from './administration/areas.ts';
import { Organisations } from './administration/organisations.ts';
import { mkdir } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import express from 'express';
import type { NoticeTopic } from '../shared/protocol/sync.ts';
import { AccessChanges } from './access/accessChanges.ts';
import { CareTeam, type LinkReach } from './access/careTeam.ts';
import { ConsentService } from './access/consentService.ts';
import { EmergencyAccess } from './access/emergencyAccess.ts';
import { DemoPeople } from './access/demoPeople.ts';
import { cookieNames } from './access/cookies.ts';
import { MemberNumbers } from './access/memberNumbers.ts';
import { Memberships } from './access/memberships.ts';
import { NewPlans } from './access/newPlans.ts';
import { createIdentityProviders } from './access/oidc/identityProviders.ts';
import { Passkeys } from './access/passkeys/passkeys.ts';
import { StaffRegister } from './access/passkeys/staff.ts';
import { OwnSessions } from './access/ownSessions.ts';
import { Sessions } from './access/sessions.ts';
import { AccessLog } from './audit/accessLog.ts';
import { Anchors } from './audit/anchors.ts';
import { UnusualAccess } from './audit/unusualAccess.ts';
import { AuditLog } from './audit/auditLog.ts';
import { usableKeys } from './atRest/usableKeys.ts';
import { LiveSections } from './careplan/liveSections.ts';
import { PlanNotices } from './careplan/planNotices.ts';
import { Comments } from './careplan/comments.ts';
import { MedicinesService } from './careplan/medicinesService.ts';
import { PlanContents } from './careplan/planContents.ts';
import { HistoryService } from './careplan/historyService.ts';
import { Journal } from './careplan/journal/journal.ts';
import { PlanService } from './careplan/planService.ts';
import { Visits } from './careplan/visits.ts';
import { TemplateService } from './careplan/templateService.ts';
import { TransitionService } from './careplan/transitions/transitionService.ts';
import { createVersions } from './careplan/versions/versions.ts';
import type { Config } from './config.ts';
import { ConfigError } from './configError.ts';
import { fillDemo } from './demo/fillDemo.ts';
import { Attempts } from './guard/attempts.ts';
import { Guard } from './guard/guard.ts';
import { GiveCookie } from './http/giveCookie.ts';
import { bindRoutes } from './http/handler.ts';
import { createHttpServer } from './http/httpServer.ts';
import { Origins } from './http/origins.ts';
import { servePages } from './http/pages.ts';
import { createHandlers } from './http/routes.ts';
import { bindSignInPages } from './http/signInPages.ts';
import { closeOff, secure } from './http/security.ts';
import type { Log } from './log.ts';
import { LineTests } from './media/lineTests.ts';
import { turnCredentials } from './media/turn.ts';
import { WorkerPool } from './media/workerPool.ts';
import { Outbox } from './mail/outbox.ts';
import { smtpSender } from './mail/smtp.ts';
import { Invitations } from './meetings/invitations.ts';
import { LiveMeetings } from './meetings/live/liveMeetings.ts';
import { MeetingMails } from './meetings/meetingMails.ts';
import { MeetingService } from './meetings/meetingService.ts';
import { MinutesService } from './meetings/minutes/minutesService.ts';
import { createGateway } from './socket/gateway.ts';
import { PlanDeletions } from './retention/planDeletions.ts';
import { Retention } from './retention/retention.ts';
import { CareTeamStore } from './storage/careTeamStore.ts';
import { CommentStore } from './storage/commentStore.ts';
import { ConsentStore } from './storage/consentStore.ts';
import { DataKeysInUse } from './storage/dataKeysInUse.ts';
import { EmergencyStore } from './storage/emergencyStore.ts';
import { IdentityStore } from './storage/identityStore.ts';
import { JournalStore } from './storage/journalStore.ts';
import { LinkStore } from './storage/linkStore.ts';
import { MailStore } from './storage/mailStore.ts';
import { MeetingStore } from './storage/meetingStore.ts';
import { MinutesStore } from './storage/minutesStore.ts';
import { MembershipStore } from './storage/membershipStore.ts';
import { PasskeyStore } from './storage/passkeyStore.ts';
import { PlanStore } from './storage/planStore.ts';
import { ReconciliationStore } from './storage/reconciliationStore.ts';
import { RetentionStore } from './storage/retentionStore.ts';
import { OrganisationStore } from './storage/organisationStore.ts';
import { RuleSettingStore } from './storage/ruleSettingStore.ts';
import { SectionLog } from './storage/sectionLog.ts';
import { SessionStore } from './storage/sessionStore.ts';
import { SqliteDatabase } from './storage/sqlite.ts';
import { StaffStore } from './storage/staffStore.ts';
import { TemplateStore } from './storage/templateStore.ts';
import { TransitionStore } from './storage/transitionStore.ts';
import { VersionStore } from './storage/versionStore.ts';
import { VisitStore } from './storage/visitStore.ts';
import { Channels } from './sync/channels.ts';
import { SyncEndpoint } from './sync/endpoint.ts';
import { FindingService } from './tasks/findingService.ts';
import { needsTalksIn } from './tasks/needsTalks.ts';
import { MyTasks } from './tasks/myTasks.ts';
import { RuleSettings } from './tasks/ruleSettings.ts';

export interface App {
  /** Starts to serve; answers the port. */
  listen(): Promise<number>;
  /** Stops taking requests, tells the pages to come back, and ends when all that was accepted is on disk. */
  close(): Promise<void>;
  readonly audit: AuditLog;
  /** The process ids of the media workers. */
  workerPids(): number[];
}

/** Whose mails the demonstration's are; no server of that name exists (RFC 2606). */
const demoMailFrom = 'samrad@demo.invalid';

/** What the system calls an error, in a word or a sentence. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return 'code' in error ? String(error.code) : error.message;
}

/** Builds the whole server. @throws DatabaseInUse when another server has the data directory. */
export async function createApp({
  config,
  log,
  onDatabaseLost,
}: {
  config: Config;
  log: Log;
  /** The server can do nothing more; the process should end and be started again. */
  onDatabaseLost: (error: Error) => void;
}): Promise<App> {
  await mkdir(config.dataDirectory, { recursive: true }).catch((error: unknown) => {
    throw new ConfigError(`DATA_DIR ${config.dataDirectory} can't be used as a folder (${codeOf(error)}).`);
  });
  const now = () => new Date();
  const database = await SqliteDatabase.open({ directory: config.dataDirectory, onLost: onDatabaseLost });
  const careTeamStore = new CareTeamStore(database);
  const meetingStore = new MeetingStore(database);
  const sessionStore = new SessionStore(database);
  const dataKeys = await usableKeys(config.dataKeys, new DataKeysInUse(database)).catch(async (error: unknown) => {
    await database.close();
    throw error;
  });
  const sectionLog = new SectionLog(database, dataKeys);
  const planStore = new PlanStore(database, sectionLog);
  const membershipStore = new MembershipStore(database);
  const demoPlanIds = config.demo ? await fillDemo({ store: planStore, now: now() }) : [];

  const audit = new AuditLog({ database, now });
  const anchors = await Anchors.create({
    file: config.auditAnchorFile,
    database,
    now,
    onError: (error) => log.error({ err: error }, 'the end of the audit log could not be kept in AUDIT_ANCHOR_FILE'),
  });
  const origins = new Origins({ publicUrl: config.publicUrl });
  const cookies = cookieNames(origins);
  const sessions = await Sessions.create({
    store: sessionStore,
    audit,
    now,
    limits: config.sessionLimits,
    cookies,
    onError: (error) => log.error({ err: error }, 'a session could not be written'),
  });
  const identityStore = new IdentityStore(database);
  const identityProviders =
    config.oidc && createIdentityProviders({ settings: config.oidc, store: identityStore, sessions, audit, now });
  const linkReach: LinkReach = (meetingId, personId) => meetingStore.linkReach(meetingId, personId);
  const careTeam = new CareTeam({ store: careTeamStore, audit, now, linkReach });
  const notices = new PlanNotices();
  const journal = new Journal({
    database,
    log: sectionLog,
    now,
    onWritten: (planId) => notices.tell(planId, 'history'),
    onError: (error) => log.error({ err: error }, 'the journal could not be written'),
  });
  const sections = new LiveSections({
    log: sectionLog,
    now,
    onLogged: (name) => journal.note(name),
  });
  const changes = new AccessChanges({
    nextChange: (who, at) => careTeamStore.nextChange(who, at),
    onChanged: ({ planId, personId }) => notices.tell(planId, 'access', personId),
    onError: (error) => log.error({ err: error }, 'a change of rights could not be told'),
    now,
  });
  const consents = new ConsentService({
    careTeam,
    store: new ConsentStore(database),
    audit,
    now,
    changed: (who) => changes.tell(who),
  });
  const memberships = new Memberships({
    careTeam,
    store: membershipStore,
    audit,
    now,
    isKnown: async (personId) => identityProviders && identityProviders.identities.isKnown(personId),
    changed: (who) => changes.tell(who),
  });
  const identities = identityProviders?.identities ?? null;
  const memberNumbers = new MemberNumbers({ careTeam, audit, identities });
  const newPlans = new NewPlans({ careTeam, members: membershipStore, store: planStore, identities, audit, now });
  const passkeyStore = new PasskeyStore(database);
  const passkeys = config.passkeys ? new Passkeys({ store: passkeyStore, sessions, audit, now }) : null;
  const staffRegister = new StaffRegister({
    store: new StaffStore(database),
    passkeys: passkeyStore,
    careTeam,
    sessions,
    audit,
    now,
    changed: (who) => changes.tell(who),
  });
  const emergencyAccess = new EmergencyAccess({
    careTeam,
    team: careTeamStore,
    members: membershipStore,
    store: new EmergencyStore(database),
    identities,
    audit,
    now,
    lastsMs: config.emergencyMs,
    isProfessional: (session) => newPlans.mayCreate(session),
    changed: (who) => changes.tell(who),
  });
  const accessLog = new AccessLog({ database, careTeam, audit, nameOf: (id) => sessionStore.personName(id) });
  const retentionStore = new RetentionStore(database);
  const planDeletions = new PlanDeletions({
    careTeam,
    store: retentionStore,
    audit,
    now,
    afterMs: config.retention.deletionMs,
  });
  const plans = new PlanService({
    careTeam,
    sections,
    audit,
    deletedAt: (planId) => planDeletions.dueAt(planId),
  });
  const contents = new PlanContents({ careTeam, sections, audit, now });
  const versionStore = new VersionStore(database);
  const versions = createVersions({
    store: versionStore,
    careTeam,
    sections,
    contents,
    notices,
    audit,
    now,
  });
  const comments = new Comments({ store: new CommentStore(database), careTeam, notices, audit, now });
  const medicines = new MedicinesService({
    careTeam,
    sections,
    store: new ReconciliationStore(database),
    audit,
    now,
    isDoctor: async (personId) => identityProviders && identityProviders.identities.isDoctor(personId),
    onSigned: (planId) => notices.tell(planId, 'medicines'),
  });
  const history = new HistoryService({
    careTeam,
    journal,
    store: new JournalStore(database),
    visits: new Visits({ store: new VisitStore(database), now }),
    audit,
  });
  const tell = (planId: string, topic: NoticeTopic) => notices.tell(planId, topic);
  const transitions = new TransitionService({
    careTeam,
    sections,
    store: new TransitionStore(database),
    audit,
    now,
    tell,
  });
  const myTasks = new MyTasks({ careTeam, sections, audit, now });
  const templates = new TemplateService({ careTeam, store: new TemplateStore(database), audit, now, tell });
  const ruleSettingStore = new RuleSettingStore(database);
  const ruleSettings = new RuleSettings({ store: ruleSettingStore, careTeam, audit });
  const findings = new FindingService({
    careTeam,
    sections,
    audit,
    now,
    settingsFor: (planId) => ruleSettings.settingsFor(planId),
    transitionsOf: (planId) => transitions.transitionsOf(planId),
    reconciliationOf: (planId) => medicines.reconciliationOf(planId),
    needsTalksOf: async (planId) => needsTalksIn(await templates.templatesOf(planId)),
  });
  const meetings = new MeetingService({ store: meetingStore, careTeam, audit, now });
  const minutes = new MinutesService({
    meetings,
    careTeam,
    sections,
    store: new MinutesStore(database),
    audit,
    now,
    changed: (who) => changes.tell(who),
  });
  const linkStore = new LinkStore(database);
  const mailStore = new MailStore(database);
  const onMailError = (error: unknown) => log.error({ err: error }, 'a mail could not be sent');
  const outbox = new Outbox({
    store: mailStore,
    send: config.mail && smtpSender(config.mail),
    now,
    onError: onMailError,
  });
  const mails = new MeetingMails({
    meetings,
    meetingStore,
    careTeam,
    store: mailStore,
    outbox,
    url: (path) => `${config.publicUrl ?? `http://localhost:${config.port}`}${path}`,
    from: config.mail?.from ?? (config.demo ? demoMailFrom : null),
    reminderMs: config.reminderMs,
    now,
    onError: onMailError,
  });
  const invitations = new Invitations({ meetings, careTeam, meetingStore, linkStore, sessions, mails, audit, now });

  const retention = new Retention({
    times: config.retention,
    store: retentionStore,
    versions: versionStore,
    careTeam,
    journal,
    sessions,
    audit,
    now,
    changed: (who) => changes.tell(who),
    onError: (error) => log.error({ err: error }, 'what was to go could not be removed'),
  });

  const pool = await WorkerPool.create({
    workers: config.media.workers,
    listenAddresses: config.media.addresses,
    firstPort: config.media.firstPort,
    iceServers: () => (config.turn ? [turnCredentials(config.turn, now())] : []),
    log,
  }).catch(async (error: unknown) => {
    await database.close();
    throw new ConfigError(
      `MEDIA_PORT ${config.media.firstPort} or MEDIA_LISTEN_ADDRESS can't be used, or MEDIASOUP_WORKER_BIN is no worker (${codeOf(error)}).`,
    );
  });

  const attempts = new Attempts({
    audit,
    onError: (error) => log.error({ err: error }, 'a refused attempt was not recorded'),
  });
  const guard = new Guard({
    attempts,
    originAllowed: (request) => origins.allows(request),
    addressOf: (request) => origins.addressOf(request),
  });
  const web = express();
  secure(web, { origins, guard });
  web.get('/healthz', (_request, response) => void response.json({ ok: true }));
  web.get('/readyz', (_request, response) => {
    const ready = pool.workerPids.length > 0;
    response.status(ready ? 200 : 503).json({ ok: ready });
  });
  const giveCookie = new GiveCookie({ names: cookies, secure: origins.secure });
  const demoPeople = new DemoPeople({ store: careTeamStore, planIds: demoPlanIds, now });
  const handlers = createHandlers({
    sessions,
    ownSessions: new OwnSessions({ sessions, audit }),
    demoPeople,
    plans,
    contents,
    versions,
    meetings,
    minutes,
    medicines,
    comments,
    history,
    memberships,
    memberNumbers,
    newPlans,
    planDeletions,
    passkeys,
    staffRegister,
    areas: new Areas({ store: ruleSettingStore, staffRegister, careTeam, audit, now }),
    organisations: new Organisations({ store: new OrganisationStore(database), staffRegister, audit, now }),
    unusualAccess: new UnusualAccess({ database, staffRegister, now }),
    emergencyAccess,
    consents,
    accessLog,
    invitations,
    mails,
    routerRtpCapabilities: pool.routerRtpCapabilities,
    transitions,
    findings,
    ruleSettings,
    templates,
    myTasks,
    origins,
    giveCookie,
    identityProviders,
    demo: config.demo,
  });
  if (identityProviders) bindSignInPages(web, { ...identityProviders, sessions, origins, giveCookie, log });
  bindRoutes(web, handlers, { sessions, guard, log });
  servePages(web);
  closeOff(web, guard);

  const httpServer = createHttpServer(web, guard);
  await journal.start();
  await retention.run();
  await mails.remind();
  void outbox.run();
  const liveMeetings = new LiveMeetings({
    pool,
    meetings,
    endLink: (about) => invitations.endLink(about),
    capacity: config.meetingCapacity,
    now,
    log,
  });
  const lineTests = new LineTests({ pool });
  const gateway = createGateway({
    httpServer,
    sessions,
    meetings: liveMeetings,
    lineTests,
    guard,
    recordRefusal: (refusal) => meetings.recordRefusal(refusal),
    log,
  });
  const sync = new SyncEndpoint({
    channels: new Channels({
      sections,
      minutes,
      careTeam,
      changes,
      notices,
      audit,
      guard,
      used: (session) => sessions.used(session),
      log,
    }),
    sessions,
    guard,
  });

  meetings.onTermsChanged((agreed) => {
    liveMeetings
      .renew(agreed)
      .catch((error: unknown) => log.error({ err: error }, 'a change was not told in the meeting'));
  });
  meetings.onTurnedOut((who) => {
    changes.tell(who).catch((error: unknown) => log.error({ err: error }, 'a change of rights could not be told'));
  });
  meetings.onReachChanged((meetingId) => sync.reopenFor(meetingId));

  httpServer.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const path = (request.url ?? '').split('?')[0] ?? '';
    if (path.startsWith('/socket.io/')) return;
    socket.on('error', () => socket.destroy());
    if (!sync.owns(path) || !guard.mayArrive(request, 'sync')) return void socket.destroy();
    sync.upgrade(request, socket, head).catch((error: unknown) => {
      log.error({ err: error }, 'an upgrade failed');
      socket.destroy();
    });
  });

  return {
    audit,
    workerPids: () => [...pool.workerPids],
    listen: () =>
      new Promise((resolve, reject) => {
        httpServer.once('error', reject);
        httpServer.listen(config.port, config.host, () => {
          const address = httpServer.address();
          resolve(typeof address === 'object' && address ? address.port : config.port);
        });
      }),
    close: async () => {
      await retention.close();
      await mails.close();
      await outbox.close();
      sync.close();
      attempts.close();
      changes.close();
      sessions.close();
      gateway.close();
      lineTests.close();
      liveMeetings.close();
      sections.close();
      journal.close();
      pool.close();
      const stopped = new Promise<void>((resolve) => httpServer.close(() => resolve()));
      httpServer.closeAllConnections();
      await stopped;
      anchors.close();
      await anchors.keep();
      await database.close();
    },
  };
}
