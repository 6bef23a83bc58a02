import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { erasePerson, FORMER_NAME } from '../../../server/privacy/erase.ts';
import { exportPerson } from '../../../server/privacy/export.ts';
import { listAudit } from '../../../server/rows/audit.ts';
import { applyStrategy } from '../../../server/strategy/apply.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { repair, verify } from '../../../server/verify/verify.ts';
import {
  CLEARING_STRATEGY,
  clearancesOf,
  demand,
  give,
  lastStep,
  openClearingQueue,
  sampleVerdict,
} from '../clearance-samples.ts';
import { NOW } from '../queue.ts';
import { sampleClip, saveClip } from '../samples.ts';

async function cleared() {
  const queue = await openClearingQueue();
  const [hanna, mara, claudia] = [await queue.join('hanna'), await queue.join('mara'), await queue.join('claudia')];
  const clip = sampleClip();
  await hanna.push(saveClip(clip));
  await demand(queue, clip.id);
  const after = await lastStep(queue, clip.id);
  const to = { to: 'cleared_with_conditions', conditions: 'Ohne Namen' } as const;
  await claudia.push(give(sampleVerdict(clip.id, { after, ...to })));
  return { queue, mara, topicId: clip.id };
}

test('[CR5] a clearance that is not what its steps say is found and put right', async () => {
  const { queue, mara, topicId } = await cleared();
  expect(await verify(queue.store)).toEqual([]);
  await queue.store.write((tx) =>
    tx.run(`UPDATE clearance SET state = 'cleared', conditions = NULL WHERE topic_id = $1`, topicId),
  );
  const found = await verify(queue.store);
  expect(found.map(({ check, field }) => `${check} ${field}`).sort()).toEqual([
    'clearance conditions',
    'clearance state',
  ]);
  await repair(queue.store, found);
  expect(await verify(queue.store)).toEqual([]);
  expect(await clearancesOf(mara)).toMatchObject([{ state: 'cleared_with_conditions', conditions: 'Ohne Namen' }]);
});

test('[CR5] whoever cleared is handed what they did, and erased from it', async () => {
  const { queue, mara } = await cleared();
  const folder = mkdtempSync(join(tmpdir(), 'clipdesk-clearance-'));
  await exportPerson(queue.store, 'claudia', join(folder, 'claudia'));
  const kept = JSON.parse(readFileSync(join(folder, 'claudia', 'person.json'), 'utf8'));
  rmSync(folder, { recursive: true, force: true });
  expect(kept.clearanceSteps).toMatchObject([{ kind: 'cleared_with_conditions', conditions: 'Ohne Namen' }]);
  expect(kept.audit).toMatchObject([{ act: 'clearance cleared_with_conditions' }]);
  const without = CLEARING_STRATEGY.replace(/ {2}claudia: .*\n/, '').replace('clearerId: claudia', 'clearerId: dirk');
  await applyStrategy(queue.store, readStrategy(without));
  const how = { formerId: 'former-1', withContent: true, at: NOW };
  await queue.store.write((tx) => erasePerson(tx, 'claudia', how));
  const [row] = await clearancesOf(mara);
  expect(row?.steps.at(-1)?.by).toEqual({ id: 'former-1', name: FORMER_NAME });
  const acts = await queue.store.read((sql) => listAudit(sql, 0));
  expect(JSON.stringify(acts)).not.toContain('claudia');
});
