import { expect, test } from 'vitest';
import { fuzz } from '../fuzz/fuzz.ts';
import { newDatabase, onPostgres } from './test-store.ts';

test('2,000 requests of every kind: no 5xx, no unhandled rejection, nothing of anybody else’s, no answer that is not described', async () => {
  const figures = await fuzz(2_000, 20_261_126, onPostgres ? await newDatabase() : undefined);
  expect(figures.wrong).toEqual([]);
  expect(figures.requests).toBe(2_000);
  // They come through the door: otherwise this proves nothing.
  expect(figures.applied).toBeGreaterThan(20);
  expect(Object.keys(figures.byStatus)).toEqual(
    expect.arrayContaining(['200', '204', '400', '401', '404', '405', '413', '415']),
  );
}, 300_000);
