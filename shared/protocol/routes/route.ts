/** What a REST call is: the shape of every line of the route tables, and the pieces that many of them share. */
import { z } from 'zod';
import { idSchema } from '../../domain/ids.ts';

/** `access`: `anyone`, or `session` (signed in or holding a redeemed link). Finer rights are decided below the handlers. */
export interface RouteDefinition {
  readonly method: 'GET' | 'POST';
  /** Express path; each `:name` is a key of `params`. */
  readonly path: string;
  readonly access: 'anyone' | 'session';
  readonly params: z.ZodType<Record<string, string>>;
  readonly body: z.ZodType;
  readonly output: z.ZodType;
}
export type RouteGroup = Readonly<Record<string, RouteDefinition>>;

/** No parameters, no body, or nothing to answer. */
export const none = z.object({});
export const planParams = z.object({ planId: idSchema });
