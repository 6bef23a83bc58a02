import * as z from 'zod/mini';
import { idSchema } from './id.ts';
import { LIMITS } from './limits.ts';
import { mutationSchema } from './mutation.ts';
import { refusalSchema } from './refusal.ts';

export const pushRequestSchema = z.object({
  clientId: idSchema,
  protocol: z.int().check(z.positive()),
  /** The history this client knows; another one answers `epoch_changed` and applies nothing (CL7). */
  epoch: idSchema,
  /** Outcomes up to this number arrived; the queue may forget them (CL3). */
  acknowledged: z.int().check(z.nonnegative()),
  /**
   * In the order of their numbers, without a gap. Only the envelope of each is parsed with the
   * request: a bad action is refused alone and does not block its neighbours (OB2).
   */
  mutations: z.array(z.object({ ...mutationSchema.shape, action: z.unknown() })).check(z.maxLength(LIMITS.pushBatch)),
});
export type PushRequest = z.infer<typeof pushRequestSchema>;

export const pushResponseSchema = z.object({
  /** Every mutation of this client up to here has its outcome. */
  lastNumber: z.int().check(z.nonnegative()),
  /** The position in the change log after the commit: a pull that reached it shows every effect. */
  seq: z.int().check(z.nonnegative()),
  /** Only what was refused; all else in (acknowledged, lastNumber] was applied. */
  refused: z.array(z.object({ id: idSchema, number: z.int(), refusal: refusalSchema })),
});
export type PushResponse = z.infer<typeof pushResponseSchema>;
