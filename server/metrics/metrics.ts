/**
 * What the queue measures of itself, for Prometheus. Labels are routes, methods, states of a request: never a person, a
 * device or an address; whatever a client can invent is folded into `other`, so that nobody makes series without end.
 */
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';

const METHODS = ['GET', 'POST', 'PUT', 'DELETE', 'OPTIONS', 'HEAD'];
/** Seconds; an answer waits for a disk flush at most. */
const REQUEST_BUCKETS = [0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const GROUP_BUCKETS = [1, 2, 5, 10, 20, 50, 100, 200];
/** Seconds, from "sent at once" to a fortnight without network. */
const LAG_BUCKETS = [1, 5, 30, 300, 3_600, 28_800, 86_400, 604_800, 1_209_600];

/** What is looked up when somebody asks for the figures. */
export type Looked = {
  changeLogPosition: number;
  /** By how much the clock that is most overdue is late, in milliseconds; 0: none is. */
  clockLag: number;
  databaseBytes: number;
  streams: number;
};

export type Metrics = ReturnType<typeof createMetrics>;

export function createMetrics() {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = new Counter({
    name: 'clipdesk_requests_total',
    help: 'Requests by route and status',
    labelNames: ['method', 'route', 'status'] as const,
    registers,
  });
  const seconds = new Histogram({
    name: 'clipdesk_request_seconds',
    help: 'How long requests took',
    labelNames: ['route'] as const,
    buckets: REQUEST_BUCKETS,
    registers,
  });
  const groups = new Histogram({
    name: 'clipdesk_commit_jobs',
    help: 'How many callers shared one durable commit, of those commits that changed something',
    buckets: GROUP_BUCKETS,
    registers,
  });
  const lag = new Histogram({
    name: 'clipdesk_outbox_lag_seconds',
    help: 'How old an act was when it arrived, by the clock of its device',
    buckets: LAG_BUCKETS,
    registers,
  });
  const tick = gauge('clipdesk_clocks_last_run_seconds', 'When the clocks of topics and questions were last looked at');
  const position = gauge('clipdesk_change_log_position', 'The newest position of the change log');
  const late = gauge('clipdesk_clock_lag_seconds', 'By how much the most overdue clock of a topic is late');
  const size = gauge('clipdesk_database_bytes', 'The size of the database');
  const streams = gauge('clipdesk_streams', 'Event streams that are open');

  function gauge(name: string, help: string): Gauge {
    return new Gauge({ name, help, registers });
  }

  return {
    /** @param ms how long it took */
    observeRequest(method: string, route: string, status: number, ms: number): void {
      requests.inc({ method: METHODS.includes(method) ? method : 'other', route, status });
      seconds.observe({ route }, ms / 1000);
    },
    observeGroup: (jobs: number): void => groups.observe(jobs),
    /** @param ms from a device's clock: may be wrong by years, and is never negative here */
    observeOutboxLag: (ms: number): void => lag.observe(Math.max(0, ms) / 1000),
    observeTick: (now: number): void => tick.set(now / 1000),
    contentType: registry.contentType,
    /** Everything as Prometheus reads it. */
    text(looked: Looked): Promise<string> {
      position.set(looked.changeLogPosition);
      late.set(looked.clockLag / 1000);
      size.set(looked.databaseBytes);
      streams.set(looked.streams);
      return registry.metrics();
    },
  };
}
