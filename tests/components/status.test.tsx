// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { LanguageProvider } from '../../components/language.tsx';
import type { StatusScreenProps } from '../../components/status/status-props.ts';
import { StatusScreen } from '../../components/status/status-screen.tsx';
import { NOW, QUEUE } from '../gallery/samples/company.ts';

afterEach(cleanup);

const nothing = () => {};
function textOf(change: Partial<StatusScreenProps>): string {
  const entry = { id: '1', action: 'saveClip' as const, title: 'Landstrom', madeAt: NOW - 60_000 };
  const { container } = render(
    <LanguageProvider language="de" now={NOW}>
      <StatusScreen
        account={{ person: 'Mira', queue: QUEUE, queueUrl: 'https://queue.example' }}
        waiting={[entry]}
        unsent={1}
        parked={[]}
        sending={false}
        problem={null}
        nextTryAt={null}
        lastSyncAt={null}
        storage={null}
        version={{ extension: '1', protocol: 1 }}
        onRetryNow={nothing}
        onSignIn={nothing}
        onCorrect={nothing}
        onSendAgain={nothing}
        onDiscard={nothing}
        {...change}
      />
    </LanguageProvider>,
  );
  return container.textContent ?? '';
}

test('a next try is named with its time, or as coming soon; without a network there is none', () => {
  expect(textOf({ problem: 'unreachable', nextTryAt: NOW + 5 * 60_000 })).toContain('Nächster Versuch in 5 Min.');
  cleanup();
  expect(textOf({ problem: 'unreachable', nextTryAt: NOW })).toContain('Nächster Versuch gleich');
  cleanup();
  expect(textOf({ problem: 'offline', nextTryAt: NOW })).not.toContain('Nächster Versuch');
});

test('what the queue did not take is shown with the words that were typed, also where its topic is gone', () => {
  const text = textOf({
    parked: [
      {
        ...{ id: '2', action: 'decide', title: '', madeAt: NOW, clipId: null, topicId: null, words: 'Zu dünn.' },
        refusal: { kind: 'not_allowed', path: '' },
      },
    ],
  });
  expect(text).toContain('Ein Thema, das hier nicht mehr steht');
  expect(text).toContain('Zu dünn.');
});
