// @vitest-environment happy-dom
import { cleanup, fireEvent, render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { JoinForm } from '../../components/join/join-form.tsx';
import type { JoinFormProps } from '../../components/join/join-props.ts';
import { JoinScreen } from '../../components/join/join-screen.tsx';
import { LanguageProvider } from '../../components/language.tsx';

afterEach(cleanup);

const EMPTY: JoinFormProps = {
  invitation: 'https://evil.example:8443/join#ABCD-2345-EFGH-6789',
  queueName: null,
  queueHost: null,
  asksAddress: false,
  address: '',
  asksName: false,
  name: '',
  offersSignIn: false,
  signingIn: false,
  joining: false,
  problem: null,
  onChange: vi.fn(),
  onJoin: vi.fn(),
  onSignIn: vi.fn(),
};
const shown = (change: Partial<JoinFormProps>) =>
  render(
    <LanguageProvider language="en" now={0}>
      <JoinForm {...EMPTY} {...change} />
    </LanguageProvider>,
  ).container.textContent;

test('the host stands beside the name that a queue gives itself, and before it has one', () => {
  const queueHost = 'evil.example:8443';
  expect(shown({ queueHost, queueName: 'Nordwerk' })).toMatch(/“Nordwerk”.*sent to: evil\.example:8443/);
  expect(shown({ queueHost })).toContain('sent to: evil.example:8443');
  expect(shown({})).not.toContain('sent to');
});

test('a queue that takes the company account offers that first, and Enter means it', () => {
  const [onJoin, onSignIn] = [vi.fn(), vi.fn()];
  const form = { invitation: 'https://queue.example', queueName: 'Nordwerk', offersSignIn: true, onJoin, onSignIn };
  const { container, getByRole } = render(
    <LanguageProvider language="en" now={0}>
      <JoinForm {...EMPTY} {...form} />
    </LanguageProvider>,
  );
  expect(container.querySelectorAll('button')).toHaveLength(1);
  fireEvent.submit(container.querySelector('form') as HTMLFormElement);
  fireEvent.keyDown(getByRole('textbox'), { key: 'Enter' });
  expect([onSignIn.mock.calls.length, onJoin.mock.calls.length]).toEqual([2, 0]);
});

test('Enter in an empty field asks what is missing; nothing is asked twice', () => {
  const onJoin = vi.fn();
  const draw = (change: Partial<JoinFormProps>) => (
    <LanguageProvider language="en" now={0}>
      <JoinForm {...EMPTY} invitation="" onJoin={onJoin} {...change} />
    </LanguageProvider>
  );
  const { rerender, getByRole } = render(draw({}));
  fireEvent.keyDown(getByRole('textbox'), { key: 'Enter' });
  expect(onJoin).toHaveBeenCalledOnce();
  rerender(draw({ problem: 'invitation_missing' }));
  expect(getByRole('alert').textContent).toContain('link or code');
  rerender(draw({ joining: true }));
  fireEvent.keyDown(getByRole('textbox'), { key: 'Enter' });
  expect(onJoin).toHaveBeenCalledOnce();
});

test('who comes here writes at once: the invitation, and then what it lacks', () => {
  const draw = (change: Partial<JoinFormProps>) => (
    <LanguageProvider language="en" now={0}>
      <JoinForm {...EMPTY} {...change} />
    </LanguageProvider>
  );
  const { rerender, getByRole } = render(draw({ invitation: '' }));
  expect(document.activeElement).toBe(getByRole('textbox', { name: 'Invitation or address' }));
  rerender(draw({ invitation: 'ABCD-2345-EFGH-6789', asksAddress: true }));
  expect(document.activeElement).toBe(getByRole('textbox', { name: 'Address of the queue' }));
});

test('who wanted to suggest a page first reads why this page came instead', () => {
  const page = (wanted: boolean) =>
    render(
      <LanguageProvider language="en" now={0}>
        <JoinScreen state={{ kind: 'form', form: EMPTY, wanted }} onOpen={vi.fn()} />
      </LanguageProvider>,
    ).container.textContent;
  expect(page(true)).toContain('you need to join. That page is not saved');
  expect(page(false)).not.toContain('you need to join.');
});

test('who has joined reads that, and no longer that joining is to come', () => {
  const { getByRole } = render(
    <LanguageProvider language="en" now={0}>
      <JoinScreen
        state={{ kind: 'joined', queueName: 'Nordwerk', person: 'Mira Sand', desk: false }}
        onOpen={vi.fn()}
      />
    </LanguageProvider>,
  );
  expect(getByRole('heading', { level: 1 }).textContent).toBe('Joined “Nordwerk”');
});

test('while the company’s window is open nothing begins a second time', () => {
  const onSignIn = vi.fn();
  const form = { offersSignIn: true, signingIn: true, onSignIn };
  const { container } = render(
    <LanguageProvider language="de" now={0}>
      <JoinForm {...EMPTY} {...form} />
    </LanguageProvider>,
  );
  fireEvent.submit(container.querySelector('form') as HTMLFormElement);
  expect(onSignIn).not.toHaveBeenCalled();
  expect(container.querySelector('[role=status]')?.textContent).toContain('Fenster des Unternehmens');
});
