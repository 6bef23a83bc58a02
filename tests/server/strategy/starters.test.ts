import { expect, test } from 'vitest';
import { effectsOf, factsOf } from '../../../desk/rules/effects.ts';
import { readStrategy } from '../../../server/strategy/read.ts';
import { STARTERS, type Starter, starterStrategy } from '../../../server/strategy/starters.ts';

/** What the rules of a starter say of a page of the intranet. */
function verdict(name: Starter, domain: string, path: string): string {
  const { rules } = readStrategy(starterStrategy(name, domain));
  const own = Object.entries(rules).map(([id, rule]) => ({ id, ...rule }));
  const page = { address: `https://intranet.${domain}${path}`, kind: 'intranet' as const, context: null };
  const { refuse, clearance } = effectsOf(factsOf({ ...page, departmentId: null }), { own, profiles: [] });
  return refuse !== null ? 'refused' : clearance !== null ? 'clearance' : 'free';
}

test.each(STARTERS)('[IN1] the rules of the starter “%s” are about the domain that was said', (name) => {
  expect(starterStrategy(name, 'example.com')).not.toMatch(/muster\w*\.example/);
  const said = (path: string) => verdict(name, 'example.com', path);
  expect({
    news: said('/aktuelles/2026/tag-der-offenen-tuer'),
    people: said('/personal/regelungen'),
    board: said('/vorstand/sitzung-11'),
    unknown: said('/anderswo'),
  }).toEqual({ news: 'free', people: 'clearance', board: 'refused', unknown: 'clearance' });
});

test('a starter begins without the word of anybody, and with an invented domain unless one is said', () => {
  for (const name of STARTERS) {
    const yaml = starterStrategy(name, null);
    expect(yaml).not.toMatch(/sponsorConfirmedAt: 20/);
    expect(yaml).toMatch(/hosts: \[intranet\.[a-z-]*muster[a-z]*\.example\]/);
  }
});

test.each(STARTERS)('[S5] every goal of the starter “%s” says whether its results add up', (name) => {
  const { goals } = readStrategy(starterStrategy(name, null));
  const unsaid = Object.entries(goals).filter(([, { measure, counting }]) => measure !== null && counting === null);
  expect(unsaid).toEqual([]);
});
