import { copyFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { ROUTES } from '../../protocol/routes.ts';
import { addCode } from '../../server/sign-in/codes.ts';
import { openStore } from '../../server/store/open.ts';
import { joinByCode, makeQueueFolder, post, pullKind, type QueueFolder, queueCommand, serveQueue } from './process.ts';
import { sampleClip, saveClip } from './samples.ts';

let at: QueueFolder;
beforeEach(() => {
  at = makeQueueFolder();
});
afterEach(() => at.remove());

/** Runs a command that has to fail. */
function failing(...args: string[]): { status: number; stderr: string } {
  try {
    queueCommand(at, ...args);
  } catch (error) {
    if (error instanceof Error && 'status' in error && 'stderr' in error) {
      return { status: Number(error.status), stderr: String(error.stderr) };
    }
    throw error;
  }
  throw new Error(`${args.join(' ')} did not fail`);
}

const applyExample = () => queueCommand(at, 'strategy', 'apply', 'server/strategy.example.yaml');
const invite = (...args: string[]) => queueCommand(at, 'invite', ...args).split('\n');

test('help names every command and setting', () => {
  const help = queueCommand(at, '--help');
  for (const word of ['serve', 'invite', 'revoke', 'people', 'strategy', 'backup', 'restore', 'CLIPDESK_DATABASE']) {
    expect(help).toContain(word);
  }
});

test('wrong use ends with 2, a failure with 1, and both say why in one line', () => {
  expect(failing('frobnicate')).toEqual({ status: 2, stderr: "error: unknown command 'frobnicate'\n" });
  expect(failing('invite', '--uses', 'many')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('whole number'),
  });
  expect(failing('invite', 'nobody')).toMatchObject({
    stderr: expect.stringMatching(/^error: there is no person "nobody"; nobody is known yet: `strategy start`.*\n$/),
  });
  expect(failing('revoke', 'nothing')).toMatchObject({ stderr: expect.stringContaining('no device or invitation') });
  const file = join(at.folder, 'strategy.yaml');
  writeFileSync(file, 'queue: { name: Nordwerk }\npeople:\n  a: { name: A, departmentId: nowhere }\n');
  expect(failing('strategy', 'check', file)).toEqual({
    status: 1,
    stderr: 'line 3: people.a.departmentId: no entry "nowhere" under departments\n',
  });
  expect(failing('restore', file)).toMatchObject({ status: 1, stderr: 'file is not a database\n' });
});

test('a strategy is checked without a database, applied once, and lists its people', () => {
  expect(queueCommand(at, 'strategy', 'check', 'server/strategy.example.yaml')).toContain(
    '8 goals, 4 rules, 1 site profiles: fine',
  );
  expect(existsSync(at.database)).toBe(false);
  expect(applyExample()).toContain('goal: ausbildung, ');
  expect(applyExample()).toBe('nothing to change\n');
  expect(failing('invite', 'nobody').stderr).toContain('put them into the strategy');
  expect(queueCommand(at, 'people')).toContain('katrin.behrens  Katrin Behrens  lead, editor  kommunikation');
});

test('a strategy to begin with is written once, and what the queue holds is exported as what can be applied', () => {
  const file = join(at.folder, 'strategy.yaml');
  expect(queueCommand(at, 'strategy', 'start', 'hospital', file)).toContain('make it yours');
  expect(queueCommand(at, 'strategy', 'start', 'city', `${file}.own`, '--domain', 'example.com')).not.toContain(
    'invented',
  );
  expect(failing('strategy', 'start', 'city', `${file}.x`, '--domain', 'https://example.com')).toMatchObject({
    status: 2,
  });
  expect(failing('strategy', 'start', 'city', file)).toEqual({
    status: 1,
    stderr: expect.stringContaining('is there already and stays as it is'),
  });
  expect(failing('strategy', 'start', 'bakery', file)).toMatchObject({ status: 2 });
  // [SG4] Invented people confirmed nothing here.
  expect(readFileSync(file, 'utf8')).not.toContain('sponsorConfirmedAt');
  expect(queueCommand(at, 'strategy', 'apply', file)).toMatch(/is a draft until .+-muster confirms it/);
  const exported = queueCommand(at, 'strategy', 'export');
  const copy = join(at.folder, 'copy.yaml');
  queueCommand(at, 'strategy', 'export', copy);
  expect(readFileSync(copy, 'utf8')).toBe(exported);
  expect(queueCommand(at, 'strategy', 'apply', copy)).toBe('nothing to change\n');
});

test('an invitation opens the door to the running queue, and a revoked device is out', async () => {
  applyExample();
  const queue = await serveQueue(at);
  const [code = '', link] = invite('leyla.aydin');
  expect(link).toMatch(new RegExp(`/join#${code}$`));
  const { token, person } = await joinByCode(queue.url, code);
  expect(person.roles).toEqual(['editor']);
  const device = /device (\S+) {2}Test/.exec(queueCommand(at, 'people', '--devices'))?.[1] ?? '';
  const pull = () => post(queue.url + ROUTES.pull, token, { protocol: 1, cursor: null, limit: 1 });
  expect((await pull()).status).toBe(200);
  queueCommand(at, 'revoke', device);
  expect((await pull()).status).toBe(401);
  queue.child.kill('SIGTERM');
  expect(await queue.ended).toBe(0);
});

test('[SI11] an invitation is listed while it is good, and withdrawn at any time', () => {
  applyExample();
  const [code = ''] = invite('--uses', '50', '--days', '7');
  const listed = () => queueCommand(at, 'invite', 'list');
  expect(listed()).toMatch(/^invitation \S+ {2}for whoever has it {2}uses left 50 {2}until \d{4}-\d\d-\d\d\n$/);
  expect(listed()).not.toContain(code);
  const id = listed().split(/\s+/)[1] ?? '';
  expect(queueCommand(at, 'invite', 'revoke', id)).toBe('revoked\n');
  expect(listed()).toBe('');
  expect(failing('invite', 'revoke', id)).toMatchObject({ stderr: expect.stringContaining('no invitation') });
});

test('[SI1] a person is signed out of every device at once, and their invitations with them', async () => {
  applyExample();
  const queue = await serveQueue(at);
  const { token } = await joinByCode(queue.url, invite('leyla.aydin')[0] ?? '');
  invite('leyla.aydin');
  const pull = () => post(queue.url + ROUTES.pull, token, { protocol: 1, cursor: null, limit: 1 });
  expect((await pull()).status).toBe(200);
  const store = await openStore(at.database);
  await store.write((tx) =>
    addCode(tx, { code: 'c', personId: 'leyla.aydin', challenge: 'x', providerGrant: null, now: Date.now() }),
  );
  expect(queueCommand(at, 'people', 'revoke', 'leyla.aydin')).toBe('revoked: devices 1, invitations 1\n');
  expect((await pull()).status).toBe(401);
  expect(await store.read((sql) => sql.all('SELECT 1 FROM sign_in_code'))).toEqual([]);
  await store.close();
  expect(queueCommand(at, 'audit')).toMatch(/people revoke {2}leyla\.aydin$/m);
  expect(failing('people', 'revoke', 'nobody')).toMatchObject({ stderr: 'error: there is no person "nobody"\n' });
  queue.child.kill('SIGTERM');
  await queue.ended;
});

test('what the command line changes is poked to devices of the running queue', async () => {
  applyExample();
  const queue = await serveQueue(at);
  const { token } = await joinByCode(queue.url, invite('leyla.aydin')[0] ?? '');
  const stream = await fetch(queue.url + ROUTES.events, { headers: { authorization: `Bearer ${token}` } });
  const lines = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
  const first = await lines?.read();
  const file = join(at.folder, 'strategy.yaml');
  writeFileSync(file, 'queue: { name: Nordwerk }\npeople:\n  leyla.aydin: { name: Leyla Aydın, roles: [lead] }\n');
  queueCommand(at, 'strategy', 'apply', file);
  const next = await lines?.read();
  expect(next?.value).toMatch(/^data: \{"seq":\d+\}/);
  expect(next?.value).not.toBe(first?.value);
  // A stop ends the stream instead of waiting for its reader to go.
  queue.child.kill('SIGTERM');
  expect((await lines?.read())?.done).toBe(true);
  expect(await queue.ended).toBe(0);
});

test('[CL7] a restored backup is another history: the queue says so, and clients can send again', async () => {
  applyExample();
  const before = await serveQueue(at);
  const joined = await joinByCode(before.url, invite('svenja.harms')[0] ?? '');
  const push = (url: string, epoch: string, clips: unknown[]) =>
    post(url + ROUTES.push, joined.token, {
      clientId: crypto.randomUUID(),
      protocol: 1,
      epoch,
      acknowledged: 0,
      mutations: clips.map((action, index) => ({
        id: crypto.randomUUID(),
        number: index + 1,
        protocol: 1,
        madeAt: 0,
        action,
      })),
    });
  const [early, late] = [0, 1].map(() => saveClip(sampleClip({ departmentId: 'personal', goalId: null })));
  await push(before.url, joined.queue.epoch, [early]);
  const backup = join(at.folder, 'backup.sqlite');
  queueCommand(at, 'backup', backup);
  await push(before.url, joined.queue.epoch, [late]);
  expect(failing('restore', backup)).toMatchObject({ status: 1, stderr: expect.stringContaining('in use') });
  before.child.kill('SIGTERM');
  await before.ended;

  expect(queueCommand(at, 'restore', backup)).toContain('restored');
  expect(readdirSync(at.folder).filter((name) => name.includes('before-restore'))).toHaveLength(1);
  const after = await serveQueue(at);
  const info = await (await fetch(after.url + ROUTES.queue)).json();
  expect(info.id).toBe(joined.queue.id);
  expect(info.epoch).not.toBe(joined.queue.epoch);
  expect(await (await push(after.url, joined.queue.epoch, [late])).json()).toMatchObject({ kind: 'epoch_changed' });
  expect(await pullKind(after.url, joined.token, 'clip')).toHaveLength(1);
  expect(await (await push(after.url, info.epoch, [early, late])).json()).toMatchObject({ lastNumber: 2, refused: [] });
  expect(await pullKind(after.url, joined.token, 'clip')).toHaveLength(2);
  after.child.kill('SIGTERM');
  await after.ended;
});

test('[CL7] a restore that fails leaves the queue as it was', async () => {
  applyExample();
  const damaged = join(at.folder, 'damaged.sqlite');
  copyFileSync('server/strategy.example.yaml', damaged);
  const people = queueCommand(at, 'people');
  failing('restore', damaged);
  expect(queueCommand(at, 'people')).toBe(people);
});

test('a port that is taken is said in a line', async () => {
  const queue = await serveQueue(at);
  const port = new URL(queue.url).port;
  at.env.CLIPDESK_PORT = port;
  expect(failing('serve')).toMatchObject({ status: 1, stderr: expect.stringContaining('EADDRINUSE') });
  queue.child.kill('SIGTERM');
  await queue.ended;
});
