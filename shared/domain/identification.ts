/** How we know who somebody is. */
import { z } from 'zod';

/**
 * `demo`: chosen from the demo page. `link`: holds a meeting link, identity not confirmed. `oidc`: signed in by an identity
 * provider. `passkey`: signed in by a key that the organisation's administrator let them register.
 */
export const identificationSchema = z.enum(['demo', 'link', 'oidc', 'passkey']);
export type Identification = z.infer<typeof identificationSchema>;
