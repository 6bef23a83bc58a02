import { afterEach, expect, test } from 'vitest';
import { ROUTES } from '../../../protocol/routes.ts';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { type RunningQueue, startQueue } from '../../../server/start.ts';
import { openTestQueue } from '../queue.ts';
import { sampleClip, saveClip } from '../samples.ts';

const TOKEN = 'an-operators-token';
let running: RunningQueue | null = null;
afterEach(async () => {
  await running?.stop();
  running = null;
});

const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } });

test('without a token there are no figures for anybody, with one only for whoever has it', async () => {
  const closed = await openTestQueue();
  expect((await closed.app.request('/metrics')).status).toBe(404);
  const open = await openTestQueue(undefined, { CLIPDESK_METRICS_TOKEN: TOKEN });
  const hanna = await open.join('hanna');
  expect((await open.app.request('/metrics')).status).toBe(401);
  expect((await open.app.request('/metrics', bearer(hanna.token))).status).toBe(401);
  expect((await open.app.request('/metrics', bearer(TOKEN))).status).toBe(200);
});

test('figures say how the queue is doing, by routes and never by people, devices or addresses', async () => {
  const queue = await openTestQueue(undefined, { CLIPDESK_METRICS_TOKEN: TOKEN });
  const hanna = await queue.join('hanna');
  const clip = sampleClip();
  queue.time.now += 45_000;
  await hanna.post(hanna.pushRequest([{ ...hanna.mutation(saveClip(clip)), madeAt: queue.time.now - 45_000 }]));
  await queue.app.request(`/v1/topics/${clip.id}`, bearer(hanna.token));
  await queue.app.request('/nobody/made/this', { method: 'PROPFIND' });
  const text = await (await queue.app.request('/metrics', bearer(TOKEN))).text();
  for (const line of [
    `clipdesk_requests_total{method="POST",route="${ROUTES.push}",status="200"} 1`,
    `clipdesk_requests_total{method="GET",route="${ROUTES.topic}",status="200"} 1`,
    'clipdesk_requests_total{method="other",route="/*",status="404"} 1',
    `clipdesk_request_seconds_count{route="${ROUTES.push}"} 1`,
    'clipdesk_outbox_lag_seconds_bucket{le="30"} 0',
    'clipdesk_outbox_lag_seconds_bucket{le="300"} 1',
    'clipdesk_streams 0',
    'clipdesk_clock_lag_seconds 0',
  ])
    expect(text).toContain(line);
  expect(text).toMatch(/clipdesk_change_log_position [1-9]/);
  expect(text).not.toMatch(/hanna|Voss/i);
  expect(text).not.toContain(clip.id);
});

test('a clock that nobody looked at is late by as much', async () => {
  const queue = await openTestQueue(undefined, { CLIPDESK_METRICS_TOKEN: TOKEN });
  await (await queue.join('hanna')).push(saveClip(sampleClip()));
  await queue.store.write((tx) => tx.run('UPDATE topic SET wake_at = $1', queue.time.now - 90_000));
  expect(await (await queue.app.request('/metrics', bearer(TOKEN))).text()).toContain('clipdesk_clock_lag_seconds 90');
});

test('on a port of their own figures need no token, and there is nothing else', async () => {
  const config = readConfig({ CLIPDESK_DATABASE: ':memory:', CLIPDESK_PORT: '0', CLIPDESK_METRICS_PORT: '0' });
  running = await startQueue(config, { log: createLog('silent') });
  const text = await (await fetch(running.metricsUrl ?? '')).text();
  expect(text).toContain('process_resident_memory_bytes');
  expect(text).toMatch(/clipdesk_clocks_last_run_seconds \d/);
  expect((await fetch(new URL('/v1/queue', running.metricsUrl ?? ''))).status).toBe(404);
  expect((await fetch(`${running.url}/metrics`)).status).toBe(404);
});
