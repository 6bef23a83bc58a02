import { expect, test } from 'vitest';
import { applyDecision, recordDecision } from '../../desk/decisions.ts';
import { readingOf } from '../../desk/reading.ts';
import type { ClearanceState } from '../../protocol/clearance.ts';
import type { Topic } from '../../protocol/topic.ts';
import { decide } from '../../storage/decide.ts';
import { markRead, mute, readMarks } from '../../storage/read-marks.ts';
import { recentCommands, rememberCommand } from '../../storage/recent-commands.ts';
import { decision, editor, NOW, submitter, topic } from '../desk/samples.ts';
import { pullTopics } from './acts.ts';
import { newDatabase } from './device.ts';

const marksOf = async (db: ReturnType<typeof newDatabase>, of: Topic) => (await readMarks(db, [of.id])).get(of.id);
const decidedBy = (of: Topic, who: typeof editor) =>
  applyDecision(of, recordDecision(of, decision(of, { to: 'accepted' }), who, NOW));

test('a topic is unread until it was read, and again when it is marked so', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pullTopics(db, [open]);
  expect(readingOf(open, await marksOf(db, open), editor.id)).toBe('unread');
  await markRead(db, [open.id], true);
  expect(readingOf(open, await marksOf(db, open), editor.id)).toBe('read');
  await markRead(db, [open.id], false);
  expect(readingOf(open, await marksOf(db, open), editor.id)).toBe('unread');
  expect(await db.outbox.count()).toBe(0);
});

test('what others did to it since is news, what this person did is none', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pullTopics(db, [open]);
  await markRead(db, [open.id], true);
  const mark = await marksOf(db, open);
  expect(readingOf(decidedBy(open, editor), mark, editor.id)).toBe('read');
  expect(readingOf(decidedBy(open, submitter), mark, editor.id)).toBe('changed');
  expect(readingOf({ ...open, supporterCount: 2 }, mark, editor.id)).toBe('changed');
});

test('the answer of a clearer is news to who read the topic, that one is waited for is none', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pullTopics(db, [open]);
  await markRead(db, [open.id], true);
  const mark = await marksOf(db, open);
  const standing = (state: ClearanceState) => ({ ...open, clearance: { state, conditions: null, embargoUntil: null } });
  expect(readingOf(standing('open'), mark, editor.id)).toBe('read');
  expect(readingOf(standing('not_needed'), mark, editor.id)).toBe('read');
  for (const state of ['refused', 'cleared', 'cleared_with_conditions'] as const)
    expect(readingOf(standing(state), mark, editor.id)).toBe('changed');
  await pullTopics(db, [standing('refused')], 2);
  await markRead(db, [open.id], true);
  expect(readingOf(standing('refused'), await marksOf(db, open), editor.id)).toBe('read');
  expect(readingOf(standing('cleared'), await marksOf(db, open), editor.id)).toBe('changed');
});

test('a muted topic has no news, whatever happens, until it is unmuted', async () => {
  const db = newDatabase(editor);
  const open = topic();
  await pullTopics(db, [open]);
  await mute(db, open.id, true);
  await decide(db, { topicId: open.id, to: 'accepted', reason: null, sentence: null, holdUntil: null }, NOW);
  await markRead(db, [open.id], true);
  const changed = { ...open, supporterCount: 5 };
  expect(readingOf(changed, await marksOf(db, open), editor.id)).toBe('read');
  await mute(db, open.id, false);
  expect(readingOf(changed, await marksOf(db, open), editor.id)).toBe('changed');
});

test('commands that were used are remembered, the newest first, each once', async () => {
  const db = newDatabase(editor);
  expect(await recentCommands(db)).toEqual([]);
  for (const key of ['accept', 'hold', 'accept']) await rememberCommand(db, key);
  expect(await recentCommands(db)).toEqual(['accept', 'hold']);
  for (let at = 0; at < 20; at += 1) await rememberCommand(db, `topic:${at}`);
  expect((await recentCommands(db))[0]).toBe('topic:19');
  expect((await recentCommands(db)).length).toBeLessThan(10);
});
