/**
 * REST: signing in by a passkey (WebAuthn), for an organisation without an identity provider. Whoever the administrator invites
 * registers one by a link; one who has lost it gets a new link.
 */
import { z } from 'zod';
import { idSchema } from '../../domain/ids.ts';
import { instantSchema, meSchema } from '../types.ts';
import { none, type RouteGroup } from './route.ts';

const tokenSchema = z.string().min(1).max(64);
const base64Schema = z
  .string()
  .regex(/^[\w-]+$/)
  .max(8_192);
const idOfKeySchema = base64Schema.max(1_400);

/** What the browser answers to the options, as WebAuthn's `toJSON` writes it; what is not used is left out. */
const credentialSchema = z.object({
  id: idOfKeySchema,
  rawId: idOfKeySchema,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}),
});
const registrationSchema = credentialSchema.extend({
  response: z.object({ clientDataJSON: base64Schema, attestationObject: base64Schema }),
});
const signatureSchema = credentialSchema.extend({
  response: z.object({ clientDataJSON: base64Schema, authenticatorData: base64Schema, signature: base64Schema }),
});
/** As the browser's WebAuthn takes them. */
const optionsSchema = z.object({ options: z.record(z.string(), z.unknown()) });

const staffSchema = z.object({
  personId: idSchema,
  name: z.string(),
  organisation: z.string(),
  professionId: z.string().nullable(),
  administrator: z.boolean(),
  hasKey: z.boolean(),
  /** Until when an invitation can be used; null where none waits. */
  invitedUntil: instantSchema.nullable(),
});
export type Staff = z.infer<typeof staffSchema>;

/** How many days back the control looks. */
export const controlDays = ['7', '30', '90'] as const;

const invitationSchema = z.object({ url: z.url() });

export const passkeyRoutes = {
  /** Whom an invitation is for; uses nothing up. `link-unknown`, `link-used`, `link-expired`. */
  passkeyInvitation: {
    method: 'POST',
    path: '/api/passkeys/invitation',
    access: 'anyone',
    params: none,
    body: z.object({ token: tokenSchema }),
    output: z.object({ name: z.string() }),
  },
  passkeyRegistration: {
    method: 'POST',
    path: '/api/passkeys/registration',
    access: 'anyone',
    params: none,
    body: z.object({ token: tokenSchema }),
    output: optionsSchema,
  },
  /** Registers the key, in the place of those that the person had, and signs in. */
  registerPasskey: {
    method: 'POST',
    path: '/api/passkeys/register',
    access: 'anyone',
    params: none,
    body: z.object({ token: tokenSchema, credential: registrationSchema }),
    output: z.object({ me: meSchema }),
  },
  passkeyChallenge: {
    method: 'POST',
    path: '/api/passkeys/challenge',
    access: 'anyone',
    params: none,
    body: none,
    output: optionsSchema,
  },
  passkeySignIn: {
    method: 'POST',
    path: '/api/passkeys/sign-in',
    access: 'anyone',
    params: none,
    body: z.object({ credential: signatureSchema }),
    output: z.object({ me: meSchema }),
  },
  /** For administrators: everybody who works or administrates here. */
  staff: {
    method: 'GET',
    path: '/api/staff',
    access: 'session',
    params: none,
    body: none,
    output: z.object({ staff: z.array(staffSchema) }),
  },
  /** Adds somebody. `organisation` null: another administrator, who is in no care team. Answers their link. */
  inviteStaff: {
    method: 'POST',
    path: '/api/staff',
    access: 'session',
    params: none,
    body: z.object({
      name: z.string().trim().min(1).max(120),
      organisation: z.string().trim().min(1).max(120).nullable(),
      professionId: z
        .string()
        .regex(/^\d{1,9}$/)
        .nullable(),
    }),
    output: invitationSchema,
  },
  /** A new link for one who has lost their key: what they had is good for nothing any more. */
  inviteStaffAgain: {
    method: 'POST',
    path: '/api/staff/:personId/invite',
    access: 'session',
    params: z.object({ personId: idSchema }),
    body: none,
    output: invitationSchema,
  },
  /**
   * The organisation's control: what professionals have done with plans in the last days, the most striking first. `refused`: tried
   * and not let; `atNight`: sections read between 22 and 6. It names no patient.
   */
  unusualAccess: {
    method: 'GET',
    path: '/api/staff/access/:days',
    access: 'session',
    params: z.object({ days: z.enum(controlDays) }),
    body: none,
    output: z.object({
      people: z.array(
        z.object({
          personId: idSchema,
          name: z.string(),
          plans: z.number().int(),
          emergencies: z.number().int(),
          refused: z.number().int(),
          atNight: z.number().int(),
        }),
      ),
    }),
  },
  /** Ends somebody's work here: keys, sessions, and places in care teams. */
  endStaff: {
    method: 'POST',
    path: '/api/staff/:personId/end',
    access: 'session',
    params: z.object({ personId: idSchema }),
    body: none,
    output: none,
  },
} as const satisfies RouteGroup;
