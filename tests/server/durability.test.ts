/**
 * A kill proves that commits are whole, not that they are on the disk: the kernel keeps what a dead
 * process wrote. That takes a look at the calls: the log is flushed before the answer leaves.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ROUTES } from '../../protocol/routes.ts';
import { joinByCode, makeQueueFolder, post, type QueueFolder, queueCommand, serveQueue } from './process.ts';
import { sampleClip, saveClip } from './samples.ts';

let at: QueueFolder;
beforeAll(() => {
  ensureStrace();
  at = makeQueueFolder();
  queueCommand(at, 'strategy', 'apply', 'server/strategy.example.yaml');
}, 120_000);
afterAll(() => at?.remove());

/** Never skipped in silence: without a tracer and without a way to get one, this fails and says so. */
function ensureStrace(): void {
  try {
    execFileSync('strace', ['-V'], { stdio: 'ignore' });
  } catch {
    execFileSync('apt-get', ['update', '-qq'], { stdio: 'ignore' });
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'strace'], { stdio: 'ignore' });
  }
}

test('[CL4] the write-ahead log is flushed to the disk before the answer is written to the socket', async () => {
  const trace = join(at.folder, 'trace');
  const [code = ''] = queueCommand(at, 'invite', 'svenja.harms').split('\n');
  const queue = await serveQueue(at, [
    'strace',
    // The queue stays our child and gets our signals; the tracer stands aside.
    '--daemonize',
    '--follow-forks',
    '--decode-fds=path',
    '--string-limit=200',
    '--trace=pwrite64,fsync,fdatasync,write,writev,sendto,sendmsg',
    `--output=${trace}`,
  ]);
  const { token, queue: info } = await joinByCode(queue.url, code);
  const clip = sampleClip({ departmentId: 'personal', goalId: 'ausbildung' });
  const mutation = { id: crypto.randomUUID(), number: 1, protocol: 1, madeAt: 0, action: saveClip(clip) };
  const request = {
    clientId: crypto.randomUUID(),
    protocol: 1,
    epoch: info.epoch,
    acknowledged: 0,
    mutations: [mutation],
  };
  const response = await post(queue.url + ROUTES.push, token, request);
  expect(response.status).toBe(200);
  queue.child.kill('SIGTERM');
  await queue.ended;
  await expect.poll(() => readFileSync(trace, 'utf8'), { timeout: 10_000 }).toMatch(/exited with 0 \+\+\+\n$/);

  const calls = readFileSync(trace, 'utf8').split('\n');
  // The answers, told apart by what stands in their first line and body: joining says 201, the push says 200.
  const answers = calls.flatMap((call, index) =>
    /socket:|TCP/.test(call) && call.includes('HTTP/1.1 20') ? index : [],
  );
  expect(answers).toHaveLength(2);
  const [joinAnswer = 0, pushAnswer = 0] = answers;
  const between = calls.slice(joinAnswer + 1, pushAnswer);
  const lastLogWrite = between.findLastIndex((call) => /pwrite64\(.*queue\.sqlite-wal/.test(call));
  const lastFlush = between.findLastIndex((call) => /f(data)?sync\(.*queue\.sqlite-wal.*= 0/.test(call));
  expect(lastLogWrite).toBeGreaterThan(-1);
  expect(lastFlush).toBeGreaterThan(lastLogWrite);
}, 60_000);
