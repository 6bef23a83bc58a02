import type { Config } from './config.ts';
import type { Log } from './log.ts';
import type { Metrics } from './metrics/metrics.ts';
import type { Pokes } from './pokes.ts';
import type { Provider } from './sign-in/provider.ts';
import type { Store } from './store/store.ts';

/** What the queue is made of, put together in one place and handed to whoever needs it. */
export type Parts = {
  store: Store;
  config: Config;
  /** Now, in epoch milliseconds; a test brings its own. */
  clock: () => number;
  log: Log;
  pokes: Pokes;
  metrics: Metrics;
  /** Makes the words and traits of what was sent and answered, for whoever is about to look for it. Never rejects. */
  catchUp(): Promise<void>;
  /** Where people sign in with their company account; null: by invitation only. */
  provider: Provider | null;
};
