import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, describeConfig, readConfig } from '../../server/config.ts';

test('with nothing set the queue runs on this machine only', () => {
  expect(readConfig({ PATH: '/bin' })).toEqual({
    database: '.clipdesk/queue.sqlite',
    host: '127.0.0.1',
    port: 8787,
    publicUrl: null,
    proxies: 0,
    resultsToken: null,
    logLevel: 'info',
    signIn: null,
    tls: null,
    erasures: '.clipdesk/queue.sqlite.erasures',
    compresses: true,
    metrics: { port: null, host: '127.0.0.1', token: null },
    limits: { requestsPerPerson: 3_000, requestsPerAddress: 30_000, streamsPerPerson: 20, connections: 10_000 },
  });
});

test('what is set is read, and an address ends without a slash', () => {
  const environment = {
    CLIPDESK_PORT: '0',
    CLIPDESK_PUBLIC_URL: 'https://themen.nordwerk.example/',
    CLIPDESK_PROXIES: '1',
  };
  expect(readConfig(environment)).toMatchObject({ port: 0, publicUrl: 'https://themen.nordwerk.example', proxies: 1 });
});

const PROVIDER = {
  CLIPDESK_PUBLIC_URL: 'https://themen.nordwerk.example/',
  CLIPDESK_SIGN_IN_ISSUER: 'https://login.nordwerk.example/realms/all',
  CLIPDESK_SIGN_IN_CLIENT_ID: 'clipdesk',
};

test('a provider is read with its secret, which does not show where the configuration is printed', () => {
  const file = join(mkdtempSync(join(tmpdir(), 'clipdesk-')), 'secret');
  writeFileSync(file, 'geheim\n');
  for (const more of [{ CLIPDESK_SIGN_IN_SECRET: 'geheim' }, { CLIPDESK_SIGN_IN_SECRET_FILE: file }]) {
    const config = readConfig({ ...PROVIDER, ...more, CLIPDESK_SIGN_IN_PARAMETERS: 'prompt=consent&hd=x' });
    expect(config.signIn).toMatchObject({
      callback: 'https://themen.nordwerk.example/sign-in/callback',
      parameters: [
        ['prompt', 'consent'],
        ['hd', 'x'],
      ],
    });
    expect(config.signIn?.secret?.()).toBe('geheim');
    expect(JSON.stringify(config)).not.toContain('geheim');
  }
  expect(readConfig(PROVIDER).signIn?.secret).toBeNull();
});

test('what a provider needs is asked for by name', () => {
  const { CLIPDESK_PUBLIC_URL: _url, CLIPDESK_SIGN_IN_CLIENT_ID: _id, ...rest } = PROVIDER;
  expect(() => readConfig(rest)).toThrow(/CLIPDESK_SIGN_IN_CLIENT_ID.*\nCLIPDESK_PUBLIC_URL/);
  const plain = { ...PROVIDER, CLIPDESK_SIGN_IN_ISSUER: 'http://login.nordwerk.example' };
  expect(() => readConfig(plain)).toThrow('https is needed');
  const gone = { ...PROVIDER, CLIPDESK_SIGN_IN_SECRET_FILE: '/nowhere/secret' };
  expect(() => readConfig(gone)).toThrow('/nowhere/secret cannot be read');
});

test('every wrong setting is named at once', () => {
  const wrong = { CLIPDESK_PORT: 'http', CLIPDESK_LOG_LEVEL: 'loud', CLIPDESK_PUBLIC_URL: 'themen' };
  expect(() => readConfig(wrong)).toThrow(ConfigError);
  for (const name of Object.keys(wrong)) expect(() => readConfig(wrong)).toThrow(name);
});

test('a setting that does not exist is a mistake and not silence; settings of tests are none of a queue', () => {
  expect(() => readConfig({ CLIPDESK_PROT: '1', CLIPDESK_TLS_KEY: 'k' })).toThrow(
    /CLIPDESK_PROT: there is no such setting[\s\S]*both are needed/,
  );
  expect(() => readConfig({ CLIPDESK_SEEDS: '5', CLIPDESK_TEST_ANYTHING: 'x' })).not.toThrow();
});

test.each([
  ['postgres://h/db?user=u&password=secret', 'postgres://h/db?user=u&password=(set)'],
  ['postgres://u:p@ss@h/db', 'postgres://u:(set)@h/db'],
  [
    'postgres://u:secret@h:5433/db?sslmode=verify-full&options=secret',
    'postgres://u:(set)@h:5433/db?sslmode=verify-full&options=(set)',
  ],
  ['postgres://u:12/secret@h/db', '(set)'],
  ['postgres://u:1#secret@h/db', '(set)'],
  ['postgres://u:1?secret@h/db', '(set)'],
  ['postgres://u:sec/ret@h/db', '(set)'],
  ['postgres://h/db', 'postgres://h/db'],
  ['/var/lib/queue:a@b.sqlite', '/var/lib/queue:a@b.sqlite'],
])('of the address %s no password is shown', (address, shown) => {
  const settings = describeConfig({ CLIPDESK_DATABASE: address });
  expect(settings.find(({ name }) => name === 'CLIPDESK_DATABASE')?.value).toBe(shown);
});

test('the environment goes before the file, and the start says where each setting comes from, without secrets', () => {
  const folder = mkdtempSync(join(tmpdir(), 'clipdesk-config-'));
  const file = join(folder, 'queue.env');
  writeFileSync(file, 'CLIPDESK_PORT=1\nCLIPDESK_HOST=0.0.0.0\nCLIPDESK_METRICS_TOKEN=a-long-secret-token\n');
  const environment = { CLIPDESK_CONFIG: file, CLIPDESK_PORT: '2', CLIPDESK_DATABASE: 'postgres://queue:pw@db/x' };
  expect(readConfig(environment)).toMatchObject({
    port: 2,
    host: '0.0.0.0',
    metrics: { token: 'a-long-secret-token' },
  });
  const shown = describeConfig(environment);
  expect(shown).toEqual(
    expect.arrayContaining([
      { name: 'CLIPDESK_PORT', value: '2', source: 'environment' },
      { name: 'CLIPDESK_HOST', value: '0.0.0.0', source: 'file' },
      { name: 'CLIPDESK_PROXIES', value: '0', source: 'default' },
      { name: 'CLIPDESK_METRICS_TOKEN', value: '(set)', source: 'file' },
      { name: 'CLIPDESK_DATABASE', value: 'postgres://queue:(set)@db/x', source: 'environment' },
    ]),
  );
  rmSync(folder, { recursive: true });
  expect(() => readConfig({ CLIPDESK_CONFIG: file })).toThrow(/CLIPDESK_CONFIG: ENOENT/);
});
