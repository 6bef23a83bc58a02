import { expect, test, vi } from 'vitest';
import { pageCalls, type ToastCalls, toastCalls } from '../../messaging/calls.ts';
import { type Adapter, answerCalls, createCaller } from '../../messaging/rpc.ts';
import { toastParsers } from '../../messaging/toast-parsers.ts';
import { uuid } from '../desk/samples.ts';

/** Two ends joined by a line; everything is cloned as a browser would do. */
function line(): Adapter {
  const listeners = new Set<(message: unknown) => Promise<unknown> | undefined>();
  return {
    async send(message) {
      for (const listener of listeners) {
        const answer = listener(structuredClone(message));
        if (answer !== undefined) return structuredClone(await answer);
      }
      throw new Error('Could not establish connection. Receiving end does not exist.');
    },
    listen(answer) {
      listeners.add(answer);
      return () => listeners.delete(answer);
    },
  };
}

const done = async () => ({});
const goals = [{ id: 'attract-apprentices', name: 'Auszubildende gewinnen' }];
const handlers = { tagClip: async () => ({ goals, goalId: null }), undoClip: done, showRead: done };

test('a call brings the answer of its handler, zod on one side and none on the other', async () => {
  const adapter = line();
  const tagClip = vi.fn(handlers.tagClip);
  answerCalls(adapter, toastCalls, { ...handlers, tagClip });
  const call = createCaller<ToastCalls>(adapter, toastParsers);
  const request = { clipId: uuid(), departmentId: 'hr', goalId: null };
  expect(await call('tagClip', request)).toEqual({ ok: true, value: { goals, goalId: null } });
  expect(tagClip).toHaveBeenCalledWith(request);
});

test('an unlisted name, a wrong request and a wrong answer are not understood, and no handler runs', async () => {
  const adapter = line();
  const undoClip = vi.fn(done);
  answerCalls(adapter, toastCalls, { ...handlers, undoClip, tagClip: async () => ({ goals: [], goalId: 'NO SLUG' }) });
  const call = createCaller(adapter, toastCalls);
  expect(await call('undoClip', { clipId: 'not an id' })).toEqual({ ok: false, problem: 'not_understood' });
  expect(undoClip).not.toHaveBeenCalled();
  expect(await call('tagClip', { clipId: uuid(), departmentId: 'hr', goalId: null })).toEqual({
    ok: false,
    problem: 'not_understood',
  });
  expect(await createCaller(adapter, pageCalls)('accountChanged', {})).toEqual({ ok: false, problem: 'no_answer' });
  expect(await adapter.send({ clipdesk: 'toString', request: {} }).catch(() => 'nobody')).toBe('nobody');
});

test('errors travel by kind; unexpected ones are reported and say nothing of their text', async () => {
  const adapter = line();
  const report = vi.fn();
  const late = Object.assign(new Error('secret words'), { kind: 'too_late' });
  const bug = new TypeError('secret words');
  answerCalls(
    adapter,
    toastCalls,
    { ...handlers, undoClip: () => Promise.reject(late), tagClip: () => Promise.reject(bug) },
    report,
  );
  const call = createCaller(adapter, toastCalls);
  expect(await call('undoClip', { clipId: uuid() })).toEqual({ ok: false, problem: 'too_late' });
  expect(await call('tagClip', { clipId: uuid(), departmentId: 'hr', goalId: null })).toEqual({
    ok: false,
    problem: 'failed',
  });
  expect(report.mock.calls).toEqual([[bug]]);
});

test('nobody there is an answer too', async () => {
  const adapter = line();
  const stop = answerCalls(adapter, toastCalls, handlers);
  stop();
  const call = createCaller(adapter, toastCalls);
  expect(await call('undoClip', { clipId: uuid() })).toEqual({ ok: false, problem: 'no_answer' });
  expect(await createCaller({ send: async () => undefined }, toastCalls)('undoClip', { clipId: uuid() })).toEqual({
    ok: false,
    problem: 'no_answer',
  });
});

test('the parsers by hand accept what the schemas accept, and miss no field', () => {
  const samples = [[toastCalls.tagClip.answer, toastParsers.tagClip.answer, { goals, goalId: null }]] as const;
  for (const [schema, byHand, sample] of samples) {
    expect(schema.safeParse(sample).success).toBe(true);
    expect(byHand.safeParse(sample)).toEqual({ success: true, data: sample });
    for (const broken of brokenCopies(sample)) {
      expect([broken, schema.safeParse(broken).success]).toEqual([broken, false]);
      expect([broken, byHand.safeParse(broken).success]).toEqual([broken, false]);
    }
  }
});

/** Every copy of a message in which one field, however deep, is missing or of another type. */
function brokenCopies(value: unknown): unknown[] {
  if (typeof value !== 'object' || value === null) return [undefined, 7];
  return Object.entries(value).flatMap(([name, inner]) =>
    brokenCopies(inner).map((broken) => {
      const copy = structuredClone(value) as Record<string, unknown>;
      copy[name] = broken;
      return Array.isArray(value) ? Object.values(copy) : copy;
    }),
  );
}
