import { expect, test } from 'vitest';
import { ConfigError, readConfig } from '../../server/config.ts';

test('with nothing set the queue runs on this machine only', () => {
  expect(readConfig({ PATH: '/bin' })).toEqual({
    database: '.clipdesk/queue.sqlite',
    host: '127.0.0.1',
    port: 8787,
    publicUrl: null,
    proxies: 0,
    logLevel: 'info',
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
