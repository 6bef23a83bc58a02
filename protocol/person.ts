import * as z from 'zod/mini';
import { LIMITS } from './limits.ts';
import { requiredText } from './text.ts';

/** A name that people give in the strategy file: lower case, digits, `.`, `_`, `-`; also fits a UUID. */
export const slugSchema = z.string().check(z.regex(/^[a-z0-9][a-z0-9._-]{0,63}$/));

const ROLES = ['submitter', 'contact', 'editor', 'duty', 'clearer', 'lead', 'admin'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

/** A person as others see them: enough to say who, nothing more. */
export const personRefSchema = z.object({ id: slugSchema, name: requiredText(LIMITS.name) });
export type PersonRef = z.infer<typeof personRefSchema>;

/**
 * Somebody who answers for something (contact, editor, clearer …): who they are is for everybody to see
 * (S12). Whoever only suggests is no colleague in this sense and is named by their clips alone.
 */
export const colleagueSchema = z.object({
  ...personRefSchema.shape,
  roles: z.array(roleSchema),
  departmentId: z.nullable(slugSchema),
});
export type Colleague = z.infer<typeof colleagueSchema>;

/** A person as they see themselves. */
export const personSchema = z.object({
  id: slugSchema,
  name: requiredText(LIMITS.name),
  roles: z.array(roleSchema),
  departmentId: z.nullable(slugSchema),
});
export type Person = z.infer<typeof personSchema>;
