import { describe, expect, test } from 'vitest';
import { type ClipFacts, effectsOf, NO_BOOK, notAccepted, type RuleBook } from '../../../desk/rules/effects.ts';
import { type Rule, ruleSchema } from '../../../protocol/rule.ts';

const rule = (changes: Partial<Rule>): Rule =>
  ruleSchema.parse({ id: 'eigene', title: { de: 'Eigene' }, version: 1, level: 'internal', ...changes });
const facts = (changes: Partial<ClipFacts> = {}): ClipFacts => ({
  address: 'https://www.example.org/a',
  kind: 'other',
  departmentId: 'hr',
  around: null,
  found: { markings: [], personalData: [] },
  ...changes,
});
const book = (...own: Rule[]): RuleBook => ({ ...NO_BOOK, own });

describe('[IN1] what holds without any rule', () => {
  test.each<[string, Partial<ClipFacts>, object]>([
    ['a page of others', {}, { level: 'public', refuse: null, clearance: null, warn: [] }],
    [
      'strictly confidential',
      { found: { markings: ['strictly_confidential'], personalData: [] } },
      { refuse: { why: { kind: 'marking' } } },
    ],
    [
      'confidential',
      { found: { markings: ['confidential'], personalData: [] } },
      { strip: { parts: ['excerpt', 'quote', 'picture'] }, clearance: { level: 'confidential' } },
    ],
    [
      'internal',
      { found: { markings: ['internal'], personalData: [] } },
      { strip: { parts: [] }, clearance: { level: 'internal' } },
    ],
    [
      'an unknown intranet',
      { address: 'http://wiki/seite' },
      { level: 'internal', clearance: { rule: { id: 'undeclared-intranet' } } },
    ],
    [
      'a telephone number',
      { found: { markings: [], personalData: ['phone'] } },
      { strip: { parts: [] }, warn: [{ why: { found: ['phone'] } }] },
    ],
    [
      'an account number',
      { found: { markings: [], personalData: ['iban'] } },
      { strip: { parts: ['excerpt', 'quote', 'picture'] } },
    ],
    ['news', { kind: 'news' }, { strip: { parts: ['excerpt', 'picture'] }, clearance: null }],
  ])('%s', (_what, changes, effects) => expect(effectsOf(facts(changes), NO_BOOK)).toMatchObject(effects));
});

describe('[IN1] what a company says', () => {
  test('a host is internal until a rule calls it public, and only as a whole', () => {
    const at = facts({ address: 'https://intranet.example/a' });
    const open = rule({ hosts: ['intranet.example'], level: 'public' });
    expect(effectsOf(at, book(open)).clearance).toBeNull();
    expect(effectsOf(at, book({ ...open, departmentIds: ['it'] })).clearance).not.toBeNull();
    expect(effectsOf(facts({ address: 'https://other.intranet.example/a' }), book(open)).clearance).not.toBeNull();
  });

  test('a marking counts on a public host too', () => {
    const open = rule({ hosts: ['intranet.example'], level: 'public' });
    const marked = facts({
      address: 'https://intranet.example/a',
      found: { markings: ['confidential'], personalData: [] },
    });
    expect(effectsOf(marked, book(open)).clearance?.level).toBe('confidential');
  });

  test('a rule with the id of one of ours takes its place', () => {
    const marked = facts({ found: { markings: ['internal'], personalData: [] } });
    expect(
      effectsOf(marked, book(rule({ id: 'marked-internal', markings: ['internal'], level: 'public' }))).clearance,
    ).toBeNull();
  });

  test('every list of a rule has to fit, and nobody walks around it', () => {
    const akten = rule({ hosts: ['*.nordwerk.example'], paths: ['/akten/**'], kinds: ['other'], effects: ['refuse'] });
    const refused = (changes: Partial<ClipFacts>) => effectsOf(facts(changes), book(akten)).refuse !== null;
    for (const address of [
      'https://hr.nordwerk.example/akten/1',
      'https://HR.nordwerk.example./Akten/',
      'https://hr.nordwerk.example:8443/x/../%61kten/1',
    ])
      expect([address, refused({ address })]).toEqual([address, true]);
    expect(refused({ address: 'https://hr.nordwerk.example/archiv/1' })).toBe(false);
    expect(refused({ address: 'https://hr.nordwerk.example/akten/1', kind: 'wiki' })).toBe(false);
    // A link that stands on such a page.
    expect(refused({ around: 'https://hr.nordwerk.example/akten/' })).toBe(true);
  });

  test('[IN2] what holds for the page on which a link stands holds for the link, whatever it is', () => {
    const around = { around: 'https://hr.nordwerk.example/neues/' };
    const hr = rule({ hosts: ['hr.nordwerk.example'] });
    const of = (changes: Partial<Rule>, fact: Partial<ClipFacts> = around) =>
      effectsOf(facts(fact), book({ ...hr, ...changes }));
    const because = { rule: { id: 'eigene' }, isAround: true };
    expect(of({ effects: ['clearance'], level: 'confidential' })).toMatchObject({
      ...{ level: 'confidential', clearance: { ...because, level: 'confidential' }, refuse: null },
    });
    expect(of({ effects: ['strip'], parts: ['excerpt'] }).strip).toMatchObject({
      ...{ parts: ['excerpt'], because: [because] },
    });
    expect(of({ effects: ['warn'] }).warn).toMatchObject([because]);
    expect(of({ acknowledge: true }).acknowledge).toMatchObject([because]);
    // What both pages are concerned by is said once, of the page itself.
    const both = of({ effects: ['warn'] }, { ...around, address: 'https://hr.nordwerk.example/a' });
    expect(both.warn).toEqual([{ rule: { ...hr, effects: ['warn'] }, why: { kind: 'company' } }]);
    // A rule for a place and a marking there: what was found is of the page around.
    const marked = { ...around, found: { markings: ['internal' as const], personalData: [] } };
    expect(of({ markings: ['internal'], effects: ['refuse'] }, marked).refuse).toMatchObject(because);
  });

  test('[IN2] a link on a page of the company’s own network is internal, until a rule calls that page public', () => {
    const link = facts({ around: 'https://intranet/neues' });
    expect(effectsOf(link, NO_BOOK).clearance).toMatchObject({ rule: { id: 'undeclared-intranet' }, isAround: true });
    expect(effectsOf(link, book(rule({ hosts: ['intranet'], level: 'public' }))).clearance).toBeNull();
  });

  test('[IN4] a version is accepted for good, a newer one is not', () => {
    const effects = effectsOf(facts(), book(rule({ version: 3, acknowledge: true })));
    expect(notAccepted(effects, [{ ruleId: 'eigene', version: 2 }])).toHaveLength(1);
    expect(notAccepted(effects, [{ ruleId: 'eigene', version: 3 }])).toEqual([]);
  });
});
