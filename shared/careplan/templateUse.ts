/** How a plan follows a template, as it travels: whether it does, which talks were held, what was talked about in them. */
import { z } from 'zod';
import { roleSchema } from '../domain/roles.ts';
import { talkIdSchema, templateIdSchema } from './templates.ts';

/** Who did something, and when. */
const deedSchema = z.object({ name: z.string(), role: roleSchema, at: z.iso.datetime() });

/** `declined`: the patient has said no; `askAgainOn` is an ISO date, or `''` where nobody is to ask. */
export const templateUseSchema = z.object({
  template: templateIdSchema,
  state: z.enum(['active', 'declined', 'ended']),
  askAgainOn: z.union([z.iso.date(), z.literal('')]),
  decided: deedSchema,
  talks: z.array(z.object({ talk: talkIdSchema, heldOn: z.iso.date(), recorded: deedSchema })),
  topics: z.array(z.object({ talk: talkIdSchema, topic: z.string(), recorded: deedSchema })),
});
export type TemplateUse = z.infer<typeof templateUseSchema>;
