import { expect, test } from 'vitest';
import { type Claims, linkedPerson, nameOf, standingOf } from '../../../server/sign-in/claims.ts';
import type { SignInRules } from '../../../server/sign-in/rules.ts';
import { seal, unseal } from '../../../server/sign-in/seal.ts';

const claims = (more: object = {}): Claims => ({ iss: 'https://login.example', sub: 'subject', ...more });
const rules = (more: Partial<SignInRules> = {}): SignInRules => ({
  groupsClaim: 'groups',
  groups: { editors: { roles: ['editor'], departmentId: null }, hr: { roles: ['contact'], departmentId: 'hr' } },
  unmapped: 'submitter',
  accountClaim: 'email',
  accounts: { 'hanna@nordwerk.example': 'hanna' },
  ...more,
});

test.each([
  [{ name: 'Hanna Voss', preferred_username: 'hv' }, 'Hanna Voss'],
  [{ name: '  ', preferred_username: 'hv' }, 'hv'],
  [{ name: 7, email: 'h@x.example' }, 'h@x.example'],
  [{}, 'subject'],
])('[SI8] the name of %j is %s', (more, name) => {
  expect(nameOf(claims(more))).toBe(name);
});

test('[SI8] a name that is too long is cut, as every name is', () => {
  expect(nameOf(claims({ name: 'x'.repeat(500) })).length).toBeLessThanOrEqual(120);
});

test.each([
  [['editors'], { roles: ['editor'], departmentId: null }],
  [['editors', 'hr'], { roles: ['editor', 'contact'], departmentId: 'hr' }],
  ['hr', { roles: ['contact'], departmentId: 'hr' }],
  [['others', 7, null], { roles: ['submitter'], departmentId: null }],
  [undefined, { roles: ['submitter'], departmentId: null }],
  ['constructor', { roles: ['submitter'], departmentId: null }],
])('[SI9] the groups %j give %j', (groups, standing) => {
  expect(standingOf(claims({ groups }), rules())).toEqual(standing);
});

test('[SI9] whom no group maps is refused where the company says so', () => {
  expect(standingOf(claims({ groups: ['others'] }), rules({ unmapped: 'refused' }))).toBeNull();
});

test('[SI8] people are linked by the claim that the company names, never by an address that nobody proved', () => {
  const email = 'Hanna@Nordwerk.example';
  for (const verified of [true, 'true'])
    expect(linkedPerson(claims({ email, email_verified: verified }), rules())).toBe('hanna');
  for (const verified of [undefined, null, false, 'false', 0, 1, 'yes', {}, [true]])
    expect(linkedPerson(claims({ email, email_verified: verified }), rules())).toBeNull();
  expect(linkedPerson(claims({ email, email_verified: true }), rules({ accountClaim: null }))).toBeNull();
  expect(linkedPerson(claims({ email: 'constructor', email_verified: true }), rules())).toBeNull();
  const upn = claims({ preferred_username: email });
  expect(linkedPerson(upn, rules({ accountClaim: 'preferred_username' }))).toBe('hanna');
});

test('[SI4] what was sealed is opened by the same secret alone', async () => {
  const sealed = await seal('secret', 'a token of the provider');
  expect(sealed).not.toContain('provider');
  expect(await unseal('secret', sealed)).toBe('a token of the provider');
  expect([await unseal('other', sealed), await unseal('secret', 'nonsense')]).toEqual([null, null]);
});
