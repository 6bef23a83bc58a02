import { describe, expect, it } from 'vitest';
import { bound } from '../../capture/bound-builtins.ts';

const inside = (code: string): string => `const f = (text, list) => ${code};`;
/** The same module without the line that takes the functions in. */
const written = (code: string): string | undefined => bound(inside(code))?.split('\n').slice(1).join('\n');

describe('functions of the browser that are bound while a script is read', () => {
  it('are those of texts, of some objects, and globals', () => {
    expect(written("text.trim().replace(/a/g, (one) => one.slice(1)).split(',')")).toBe(
      inside("$text_split($text_replace($text_trim(text), /a/g, (one) => $text_slice(one, 1)), ',')"),
    );
    expect(written('new Set([Math.max(1, Number(text)), Number.NaN])')).toBe(
      inside('new $global_Set([$Math_max(1, $global_Number(text)), Number.NaN])'),
    );
    expect(bound(inside('(text ?? "a").trim()'))).toBe(
      `import { $text_trim } from 'virtual:bound-builtins';\n${inside('$text_trim((text ?? "a"))')}`,
    );
  });

  it('are none where a chain may end early, and none outside of functions', () => {
    expect(bound(inside('text?.trim().slice(1)'))).toBeNull();
    expect(bound(inside("text?.[0].split(',')"))).toBeNull();
    expect(bound("const words = new Set('a b'.split(' '));")).toBeNull();
  });
});
