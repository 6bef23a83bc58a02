import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROUTES } from '../../../protocol/routes.ts';
import { makeQueueFolder, type QueueFolder, queueCommand, serveQueue } from '../process.ts';

let at: QueueFolder;
beforeEach(() => {
  at = makeQueueFolder();
  queueCommand(at, 'strategy', 'apply', 'server/strategy.example.yaml');
});
afterEach(() => at.remove());

test('who was exported and erased stays erased when a backup from before is restored, and the audit says who did it', async () => {
  const queue = await serveQueue(at);
  const [code] = queueCommand(at, 'invite').split('\n');
  const answer = await fetch(queue.url + ROUTES.session, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ code, nonce: crypto.randomUUID(), name: 'Greta Gast', device: 'Test' }),
  });
  const { person } = await answer.json();
  const backup = join(at.folder, 'backup.sqlite');
  queueCommand(at, 'backup', backup);

  const folder = join(at.folder, 'greta');
  expect(queueCommand(at, 'export', person.id, folder)).toContain('1 files');
  expect(JSON.parse(readFileSync(join(folder, 'person.json'), 'utf8'))).toMatchObject({
    person: { name: 'Greta Gast' },
  });
  expect(() => queueCommand(at, 'erase', person.id)).toThrow('--yes');
  expect(() => queueCommand(at, 'erase', 'svenja.harms', '--yes')).toThrow(
    'stands in the strategy (people, department',
  );
  queueCommand(at, 'erase', person.id, '--yes');
  expect(queueCommand(at, 'people')).not.toContain('Greta');
  queue.child.kill('SIGTERM');
  await queue.ended;

  queueCommand(at, 'restore', backup);
  expect(queueCommand(at, 'people')).not.toContain('Greta');
  expect(existsSync(`${at.database}.erasures`)).toBe(true);
  const audit = queueCommand(at, 'audit', '--json')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(audit.map(({ act }) => act)).toEqual(['strategy apply', 'invite', 'restore']);
  expect(audit.every(({ who, origin, at: when }) => who !== '' && origin !== '' && when > 0)).toBe(true);
  expect(queueCommand(at, 'audit', '--since', '2999-01-01')).toBe('');
  // Many processes, one after the other.
}, 180_000);

test('retention says what would leave, and does it when it is told to', () => {
  expect(queueCommand(at, 'retention')).toContain('nothing was changed');
  expect(queueCommand(at, 'retention', '--apply')).toContain('gone');
  expect(queueCommand(at, 'audit')).toContain('retention --apply');
});
