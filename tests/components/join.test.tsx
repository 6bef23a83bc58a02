// @vitest-environment happy-dom
import { cleanup, render } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { JoinForm } from '../../components/join/join-form.tsx';
import type { JoinFormProps } from '../../components/join/join-props.ts';
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
