/** Settings of this browser, whatever the account. */
import * as z from 'zod/mini';
import type { Registry } from './accounts.ts';
import { guarded } from './problems.ts';

const settingsSchema = z.object({
  /** `auto`: as the browser. */
  language: z.enum(['auto', 'de', 'en']),
  /** Single letters and digits as commands in the inbox (WCAG 2.1.4: can be switched off). */
  letterKeys: z.boolean(),
});
export type Settings = z.infer<typeof settingsSchema>;

const KEY = 'settings';
export const DEFAULT_SETTINGS: Settings = { language: 'auto', letterKeys: true };

export async function readSettings(registry: Registry): Promise<Settings> {
  const stored = (await registry.device.get(KEY))?.value;
  // Settings of an older version lack the newer ones.
  const parsed = settingsSchema.safeParse(typeof stored === 'object' ? { ...DEFAULT_SETTINGS, ...stored } : stored);
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
