import { describe, expect, it } from 'vitest';
import { eager, eagerFunctions } from '../../capture/eager-functions.ts';

describe('functions that are compiled while a script is read', () => {
  it('stand in parentheses, and a module’s own ones before all that calls them', () => {
    expect(
      eager(`import { b } from './b.js';
const list = [1].map((one) => b((other) => one + other));
export function* steps(end) { yield* list.map(function (one) { return one + end; }); }
async function late() { return later(); }
export const later = () => ({ get size() { return 1; }, of() { return 2; } });`),
    ).toBe(`var steps = (function*(end) { yield* list.map((function (one) { return one + end; })); });
var late = (async function() { return later(); });
import { b } from './b.js';
const list = [1].map(((one) => b(((other) => one + other))));
export { steps };

export const later = (() => ({ get size() { return 1; }, of() { return 2; } }));`);
  });

  it('are those of the capture that every page needs', () => {
    const { transform } = eagerFunctions();
    const code = 'export function f() {}';
    expect(transform(code, '/x/capture/title.ts')).toContain('var f = (function');
    expect(transform(code, '/x/capture/error-page.ts')).toBeNull();
    expect(transform(code, '/x/node_modules/zod/index.js')).toBeNull();
  });

  it('are for scripts that run once in a page', () => {
    const { apply } = eagerFunctions();
    const build = (entry: string) => ({ build: { lib: { entry, formats: ['iife' as const] } } });
    expect(apply(build('/x/entrypoints/capture/index.ts'))).toBe(true);
    expect(apply(build('/x/entrypoints/background/index.ts'))).toBe(false);
    expect(apply({})).toBe(false);
  });
});
