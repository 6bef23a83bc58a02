import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { makeQueueFolder, type QueueFolder, queueCommand } from '../process.ts';

let at: QueueFolder;
beforeEach(() => {
  at = makeQueueFolder();
});
afterEach(() => at.remove());

const verify = (...args: string[]): { status: number; stdout: string } => {
  try {
    return { status: 0, stdout: queueCommand(at, 'verify', ...args) };
  } catch (error) {
    if (error instanceof Error && 'status' in error && 'stdout' in error)
      return { status: Number(error.status), stdout: String(error.stdout) };
    throw error;
  }
};

test('verify ends with 1 and names what differs, and with 0 once it was put right', () => {
  queueCommand(at, 'people');
  expect(verify()).toMatchObject({ status: 0, stdout: expect.stringContaining('everything follows') });
  const database = new DatabaseSync(at.database);
  database.exec(
    `INSERT INTO topic_words (topic_id, created_at, title_words, words, version) VALUES ('gone', 1, '', 'left over', 1)`,
  );
  database.close();
  const found = verify();
  expect(found).toMatchObject({
    status: 1,
    stdout: 'words gone: search words is there, should be gone with its topic\n',
  });
  expect(verify('--repair')).toMatchObject({ status: 0, stdout: expect.stringContaining('1 put right, 0 left') });
  expect(verify().status).toBe(0);
});
