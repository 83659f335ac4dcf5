/** The settings: the environment, parsed once. Nothing else reads the environment. */
import { availableParallelism, networkInterfaces } from 'node:os';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import type { OidcSettings } from './access/oidc/providerSettings.ts';
import { sessionLimits, type SessionLimits } from './access/sessionLimits.ts';
import { ConfigError } from './configError.ts';
import { readDataKeys } from './dataKeyConfig.ts';
import type { MailSettings } from './mail/smtp.ts';
import type { TurnSettings } from './media/turn.ts';
import { readOidcSettings } from './oidcConfig.ts';
import { secretSetting } from './secretSettings.ts';
import type { RetentionTimes } from './retention/retention.ts';
import type { DataKeys } from './storage/dataKeys.ts';

/** Where media is received. `announcedAddress` is what browsers are told, where it differs. */
export interface MediaAddress {
  readonly ip: string;
  readonly announcedAddress?: string;
}

export interface Config {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  readonly dataDirectory: string;
  /** The address that people use, without a slash at the end; null: whatever Host the browser names. */
  readonly publicUrl: string | null;
  readonly media: {
    readonly workers: number;
    /** Worker n uses this port plus n, UDP and TCP. */
    readonly firstPort: number;
    readonly addresses: readonly MediaAddress[];
  };
  /** Where the audit log's end is kept from time to time, outside the database. */
  readonly auditAnchorFile: string;
  readonly meetingCapacity: number;
  readonly sessionLimits: SessionLimits;
  readonly retention: RetentionTimes;
  /** How long emergency access lasts, ms. */
  readonly emergencyMs: number;
  /** The identity providers by which people sign in; null where there are none. */
  readonly oidc: OidcSettings | null;
  /** Whether people whom an administrator invites sign in by passkeys. */
  readonly passkeys: boolean;
  /** Whether made-up people are there, and anybody may be any of them. */
  readonly demo: boolean;
  /** The keys by which what is at rest is encrypted, where it is. */
  readonly dataKeys: DataKeys;
  /** The TURN server; null where there is none. */
  readonly turn: TurnSettings | null;
  /** Who carries mails; null where nobody does. */
  readonly mail: MailSettings | null;
  /** How long before a meeting people are reminded of it, ms. */
  readonly reminderMs: number;
  readonly logLevel: string;
}

const port = (name: string, least: number) =>
  z.coerce
    .number({ error: `${name} must be a port number` })
    .int(`${name} must be a whole number`)
    .min(least, `${name} must be at least ${least}`)
    .max(65_535, `${name} must be at most 65535`);

/** A time after which a session ends; neither so short that nobody gets anything done, nor so long that it is no limit. */
const limit = (name: string, { unit, most }: { unit: 'minutes' | 'hours' | 'days'; most: number }) =>
  z.coerce
    .number({ error: `${name} must be a number of ${unit}` })
    .int(`${name} must be a whole number of ${unit}`)
    .min(1, `${name} must be at least 1`)
    .max(most, `${name} must be at most ${most}`);

const dayMs = 86_400_000;

const address = (name: string) =>
  z.union([z.ipv4(), z.ipv6()], { error: `${name} must be an IP address, such as 0.0.0.0 or 192.0.2.10` });

/** An HTTP address whose pages are at the root, as the routes of the pages are. */
function isRootAddress(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.pathname === '/' && url.search === '' && url.hash === '';
}

const environmentSchema = z.object({
  HOST: z.string().min(1, 'HOST must be a host name or an IP address').default('127.0.0.1'),
  PORT: port('PORT', 0).default(8080),
  DATA_DIR: z.string().min(1, 'DATA_DIR must be a folder').default('data'),
  PUBLIC_URL: z
    .string()
    .refine(isRootAddress, 'PUBLIC_URL must be an address without a path, such as https://samrad.example')
    .transform((url) => new URL(url).origin)
    .optional(),
  MEDIA_LISTEN_ADDRESS: address('MEDIA_LISTEN_ADDRESS').optional(),
  MEDIA_ANNOUNCED_ADDRESS: z
    .string()
    .regex(/^[A-Za-z0-9.:-]+$/, 'MEDIA_ANNOUNCED_ADDRESS must be an IP address or a host name')
    .optional(),
  MEDIA_PORT: port('MEDIA_PORT', 1024).default(44_400),
  MEDIA_WORKERS: z.coerce
    .number({ error: 'MEDIA_WORKERS must be a number' })
    .int('MEDIA_WORKERS must be a whole number')
    .min(1, 'MEDIA_WORKERS must be at least 1')
    .max(256, 'MEDIA_WORKERS must be at most 256')
    .optional(),
  AUDIT_ANCHOR_FILE: z.string().min(1, 'AUDIT_ANCHOR_FILE must be a file').optional(),
  MEETING_CAPACITY: z.coerce
    .number({ error: 'MEETING_CAPACITY must be a number' })
    .int('MEETING_CAPACITY must be a whole number')
    .min(2, 'MEETING_CAPACITY must be at least 2')
    .max(24, 'MEETING_CAPACITY must be at most 24')
    .default(18),
  SESSION_IDLE_MINUTES: limit('SESSION_IDLE_MINUTES', { unit: 'minutes', most: 240 }).default(30),
  SESSION_HOURS: limit('SESSION_HOURS', { unit: 'hours', most: 24 }).default(12),
  LINK_IDLE_MINUTES: limit('LINK_IDLE_MINUTES', { unit: 'minutes', most: 720 }).default(120),
  LINK_HOURS: limit('LINK_HOURS', { unit: 'hours', most: 72 }).default(24),
  EMERGENCY_HOURS: limit('EMERGENCY_HOURS', { unit: 'hours', most: 24 }).default(4),
  PLAN_DELETE_DAYS: limit('PLAN_DELETE_DAYS', { unit: 'days', most: 365 }).default(30),
  DRAFT_KEEP_DAYS: limit('DRAFT_KEEP_DAYS', { unit: 'days', most: 3_650 }).default(180),
  MEETING_KEEP_DAYS: limit('MEETING_KEEP_DAYS', { unit: 'days', most: 3_650 }).default(365),
  AUDIT_KEEP_DAYS: limit('AUDIT_KEEP_DAYS', { unit: 'days', most: 36_500 }).default(3_650),
  TURN_URLS: z
    .string()
    .transform((list) => list.split(',').map((url) => url.trim()))
    .refine(
      (list) => list.every((url) => /^turns?:\S+$/.test(url)),
      'TURN_URLS must be addresses such as turn:turn.example:3478, with commas between',
    )
    .optional(),
  MAIL_FROM: z.email('MAIL_FROM must be an e-mail address').optional(),
  MEETING_REMINDER_HOURS: limit('MEETING_REMINDER_HOURS', { unit: 'hours', most: 168 }).default(24),
  LOG_LEVEL: z
    .enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], {
      error: 'LOG_LEVEL must be fatal, error, warn, info, debug or silent',
    })
    .default('info'),
  NODE_ENV: z.string().default('development'),
  PASSKEYS: z.enum(['on', 'off'], { error: 'PASSKEYS must be on or off' }).default('off'),
  DEMO: z.enum(['on', 'off'], { error: 'DEMO must be on or off' }).optional(),
});

/**
 * Parses the environment. Empty values count as absent.
 * @throws ConfigError naming the first setting that cannot be used.
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(given);
  if (!parsed.success) throw new ConfigError(`${parsed.error.issues[0]?.message ?? 'A setting is wrong'}.`);
  const settings = parsed.data;
  const oidc = readOidcSettings(given);
  const isProduction = settings.NODE_ENV === 'production';
  const passkeys = settings.PASSKEYS === 'on';
  const isDemoAlone = oidc === null && !passkeys;
  if (isProduction && isDemoAlone)
    throw new ConfigError(
      'NODE_ENV is production and no identity provider is configured, nor is PASSKEYS on: the demonstration sign-in must not run in production.',
    );
  if (passkeys && settings.PUBLIC_URL === undefined)
    throw new ConfigError('PUBLIC_URL must be set where PASSKEYS is on: a passkey is good for one address.');
  if (isProduction && settings.DEMO === 'on')
    throw new ConfigError('DEMO is on and NODE_ENV is production: made-up people must not run in production.');
  const workers = settings.MEDIA_WORKERS ?? availableParallelism();
  if (settings.MEDIA_PORT + workers - 1 > 65_535)
    throw new ConfigError('MEDIA_PORT leaves no room for a port per media worker below 65536.');
  return {
    host: settings.HOST,
    port: settings.PORT,
    dataDirectory: resolve(settings.DATA_DIR),
    publicUrl: settings.PUBLIC_URL ?? null,
    media: {
      workers,
      firstPort: settings.MEDIA_PORT,
      addresses: mediaAddresses(settings.MEDIA_LISTEN_ADDRESS, settings.MEDIA_ANNOUNCED_ADDRESS),
    },
    auditAnchorFile: resolve(settings.AUDIT_ANCHOR_FILE ?? join(settings.DATA_DIR, 'audit.anchors')),
    meetingCapacity: settings.MEETING_CAPACITY,
    retention: {
      deletionMs: settings.PLAN_DELETE_DAYS * dayMs,
      draftMs: settings.DRAFT_KEEP_DAYS * dayMs,
      meetingMs: settings.MEETING_KEEP_DAYS * dayMs,
      auditMs: settings.AUDIT_KEEP_DAYS * dayMs,
    },
    emergencyMs: settings.EMERGENCY_HOURS * 3_600_000,
    sessionLimits: sessionLimits({
      signedIn: { idleMs: settings.SESSION_IDLE_MINUTES * 60_000, absoluteMs: settings.SESSION_HOURS * 3_600_000 },
      link: { idleMs: settings.LINK_IDLE_MINUTES * 60_000, absoluteMs: settings.LINK_HOURS * 3_600_000 },
    }),
    oidc,
    passkeys,
    demo: settings.DEMO === undefined ? isDemoAlone : settings.DEMO === 'on',
    dataKeys: readDataKeys(given),
    turn: turnSettings(settings.TURN_URLS, secretSetting(given, 'TURN_SECRET')),
    mail: mailSettings(secretSetting(given, 'SMTP_URL'), settings),
    reminderMs: settings.MEETING_REMINDER_HOURS * 3_600_000,
    logLevel: settings.LOG_LEVEL,
  };
}

/** @throws ConfigError where one of the two is there without the other. */
function turnSettings(urls: string[] | undefined, secret: { text: string } | null): TurnSettings | null {
  if (urls === undefined && secret === null) return null;
  if (urls === undefined || secret === null) throw new ConfigError('TURN_URLS and TURN_SECRET must be set together.');
  return { urls, secret: secret.text.trim() };
}

/** A mail holds addresses of this server, so it must know its own. @throws ConfigError. */
function mailSettings(
  smtp: { name: string; text: string } | null,
  { MAIL_FROM: from, PUBLIC_URL: publicUrl }: { MAIL_FROM?: string | undefined; PUBLIC_URL?: string | undefined },
): MailSettings | null {
  if (smtp === null) return null;
  const smtpUrl = smtp.text.trim();
  if (!/^smtps?:$/.test(URL.parse(smtpUrl)?.protocol ?? ''))
    throw new ConfigError(`${smtp.name} must be an address such as smtps://user:password@mail.example:465.`);
  if (from === undefined || publicUrl === undefined)
    throw new ConfigError(
      `MAIL_FROM and PUBLIC_URL must be set where ${smtp.name} is: mails come from one and lead to the other.`,
    );
  return { smtpUrl, from };
}

/** Without a setting: loopback and every IPv4 address of this machine, so that a newcomer's own and the neighbour's browser both get media. */
function mediaAddresses(listen: string | undefined, announced: string | undefined): MediaAddress[] {
  if (listen !== undefined || announced !== undefined)
    return [{ ip: listen ?? '0.0.0.0', ...(announced === undefined ? {} : { announcedAddress: announced }) }];
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address: ip }) => ({ ip }));
  return [{ ip: '127.0.0.1' }, ...own];
}
