/** Settings of this browser, whatever the account. */
import * as z from 'zod/mini';
import type { Registry } from './accounts.ts';
import { guarded } from './problems.ts';

const settingsSchema = z.object({
  /** `auto`: as the browser. */
  language: z._default(z.enum(['auto', 'de', 'en']), 'auto'),
  /** Single letters and digits as commands in the inbox (WCAG 2.1.4: can be switched off). */
  letterKeys: z._default(z.boolean(), true),
});
export type Settings = z.infer<typeof settingsSchema>;

const KEY = 'settings';
export const DEFAULT_SETTINGS: Settings = settingsSchema.parse({});

export async function readSettings(registry: Registry): Promise<Settings> {
  const parsed = settingsSchema.safeParse((await registry.device.get(KEY))?.value);
  return parsed.success ? parsed.data : DEFAULT_SETTINGS;
}

export async function changeSettings(registry: Registry, changes: Partial<Settings>): Promise<Settings> {
  return guarded(() =>
    registry.transaction('rw', registry.device, async () => {
      const settings = { ...(await readSettings(registry)), ...changes };
      await registry.device.put({ key: KEY, value: settings });
      return settings;
    }),
  );
}
