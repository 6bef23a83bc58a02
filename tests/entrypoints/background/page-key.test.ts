import { beforeEach, expect, test, vi } from 'vitest';
import type { Session } from '../../../entrypoints/browser/session.ts';
import { siteProfileSchema } from '../../../protocol/site-profile.ts';
import { saveClip } from '../../../storage/save-clip.ts';
import { draft, newClip } from '../../storage/device.ts';
import { join } from './joined.ts';

vi.mock('wxt/browser', () => import('./browser.ts'));
const { pageKey } = await import('../../../entrypoints/background/page-key.ts');

const PAGE = 'https://intranet.example/anzeige?doc=1&x=2';
const READ_ALIKE = 'https://intranet.example/anzeige?doc=1&x=3';

let session: Session;
beforeEach(async () => {
  session = await join();
});

const save = (address: string, key: Promise<string | null> = pageKey(address, null)) =>
  saveClip(session.db, newClip({ draft: draft({ address }), pageKey: key }), Date.now());

test('[AD1] a clip that was kept without a key is found again while the same worker lives', async () => {
  await pageKey(PAGE, null);
  const { clip } = await save(PAGE, Promise.resolve(null));
  expect(await save(PAGE)).toMatchObject({ isNew: false, clip: { id: clip.id } });
});

test('[AD1] own clips are keyed anew once a pull brought other rules of the company', async () => {
  const { clip } = await save(PAGE);
  await session.db.siteProfiles.add(
    siteProfileSchema.parse({
      id: 'anzeige',
      name: 'Anzeige',
      hosts: ['intranet.example'],
      address: [{ paths: ['/anzeige'], keep: ['doc'] }],
    }),
  );
  expect(await save(READ_ALIKE)).toMatchObject({ isNew: false, clip: { id: clip.id } });
});
