// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { LanguageProvider } from '../../components/language.tsx';
import { KnownAlready } from '../../components/similar/known-already.tsx';
import { SimilarTopics } from '../../components/similar/similar-topics.tsx';
import { mayReuse } from '../../desk/edit-topic.ts';
import { canTakeIn } from '../../desk/merging.ts';
import type { SimilarTopic } from '../../protocol/similar.ts';
import { NOW, STRATEGY } from '../gallery/samples/company.ts';

afterEach(cleanup);

const topic = (over: Partial<SimilarTopic> = {}): SimilarTopic => ({
  ...{ topicId: crypto.randomUUID(), state: 'new', departmentId: STRATEGY.departments[0]?.id ?? '' },
  ...{ supporterCount: 2, title: null, words: ['Bremen', 'Werkstatt'] },
  ...over,
});

const popup = (topics: SimilarTopic[], onJoinTopic = vi.fn()) => {
  render(
    <LanguageProvider language="en" now={NOW}>
      <KnownAlready topics={topics} strategy={STRATEGY} saving={false} onJoinTopic={onJoinTopic} onReuse={vi.fn()} />
    </LanguageProvider>,
  );
  return onJoinTopic;
};

test('[SM2] the line for what is known is there before anything is', () => {
  popup([]);
  expect(document.querySelector('.known-already')?.textContent).toBe('');
});

test('[SM3] of a topic without a title the department is said, with state, supporters and why', () => {
  popup([topic()]);
  const row = screen.getByRole('listitem', { hidden: true });
  expect(row.textContent).toContain('a suggestion from');
  expect(row.textContent).toContain('2 people');
  expect(row.textContent).toContain('because: “Bremen” and “Werkstatt”');
});

test('[SM4] an open topic is joined by its button, a closed one has none', () => {
  const [open, closed] = [topic({ title: 'Workshop' }), topic({ title: 'Old workshop', state: 'declined' })];
  const onJoinTopic = popup([open, closed]);
  fireEvent.click(screen.getByRole('button', { name: 'Join this topic: Workshop', hidden: true }));
  expect(onJoinTopic).toHaveBeenCalledWith(open.topicId);
  expect(screen.queryByRole('button', { name: /Old workshop/, hidden: true })).toBeNull();
});

test('[SM1] the desk opens, merges or rejects; only what can take a topic in is merged into', () => {
  const calls = { onOpen: vi.fn(), onMerge: vi.fn(), onReject: vi.fn(), onReuse: vi.fn() };
  const entry = (title: string, state: SimilarTopic['state']) => {
    const { topicId: id, departmentId, supporterCount, words } = topic();
    return { topic: { id, title, state, departmentId, supporterCount }, words };
  };
  const entries = [
    entry('Workshop', 'accepted'),
    entry('Old workshop', 'declined'),
    entry('In the paper', 'published'),
  ];
  render(
    <LanguageProvider language="en" now={NOW}>
      <SimilarTopics
        entries={entries}
        strategy={STRATEGY}
        mayMerge
        mayTakeIn={(each) => canTakeIn(each.topic, 'this')}
        reuseOf={null}
        mayReuse={(each) => mayReuse('this', each.topic)}
        {...calls}
      />
    </LanguageProvider>,
  );
  for (const name of ['Open', 'Merge', 'Not the same'])
    fireEvent.click(screen.getByRole('button', { name: `${name}: Workshop` }));
  for (const call of [calls.onOpen, calls.onMerge, calls.onReject])
    expect(call).toHaveBeenCalledWith(entries[0]?.topic.id);
  // [SM6] Only what was published is taken up again.
  fireEvent.click(screen.getByRole('button', { name: 'Take up again: In the paper' }));
  expect(calls.onReuse).toHaveBeenCalledWith(entries[2]?.topic.id);
  expect(screen.queryByRole('button', { name: 'Take up again: Workshop' })).toBeNull();
  expect(screen.queryByRole('button', { name: 'Merge: Old workshop' })).toBeNull();
});
