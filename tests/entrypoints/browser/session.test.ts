import { expect, test } from 'vitest';
import { forgetSession, openSession } from '../../../entrypoints/browser/session.ts';
import { failOpening, join } from '../background/joined.ts';

test('a session is opened once, and anew after one that could not be opened', async () => {
  await join();
  forgetSession();
  const endOfFailing = failOpening();
  await expect(openSession()).rejects.toThrow('QuotaExceededError');
  endOfFailing();
  const session = await openSession();
  expect(session?.account.queueUrl).toBe('https://queue.example');
  expect(await openSession()).toBe(session);
});
