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
    logLevel: 'info',
    tls: null,
    erasures: '.clipdesk/queue.sqlite.erasures',
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
