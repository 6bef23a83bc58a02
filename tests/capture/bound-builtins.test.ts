import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { bound, TEXTS } from '../../capture/bound-builtins.ts';

const inside = (code: string): string => `const f = (text, list) => ${code};`;
/** The same module without the line that takes the functions in. */
const written = (code: string): string | undefined => bound(inside(code))?.split('\n').slice(1).join('\n');

describe('functions of the browser that are bound while a script is read', () => {
  it('are those of texts, of some objects, and globals', () => {
    expect(written("text.trim().replace(/a/g, (one) => one.slice(1)).split(',')")).toBe(
      inside("$text_split($text_replace($text_trim(text), /a/g, (one) => $both_slice(one, 1)), ',')"),
    );
    expect(written('new Set([Math.max(1, Number(text)), Number.NaN])')).toBe(
      inside('new $global_Set([$Math_max(1, $global_Number(text)), Number.NaN])'),
    );
    expect(bound(inside('(text ?? "a").trim()'))).toBe(
      `import { $text_trim } from 'virtual:bound-builtins';\n${inside('$text_trim((text ?? "a"))')}`,
    );
  });

  it('are those of texts alone where a name or what is written says that it is one', () => {
    expect(written("text.slice(1) + 'a.b'.indexOf(list) + list.indexOf(text)")).toBe(
      inside("$text_slice(text, 1) + $text_indexOf('a.b', list) + $both_indexOf(list, text)"),
    );
  });

  it('are asked of no list that has the name of a text', () => {
    const asked = (source: string): string[] =>
      [...TEXTS].filter((name) => {
        const list = `\\b${name}(?:\\??: (?:readonly )?[\\w<>]+\\[\\]| = \\[| = [^;=]*\\.split\\([^()]*\\);)`;
        return (
          new RegExp(list).test(source) && new RegExp(`(?<![.\\w])${name}\\.(?:includes|indexOf|slice)\\(`).test(source)
        );
      });
    for (const file of globSync(['capture/**/*.ts', 'protocol/*.ts']))
      expect(asked(readFileSync(file, 'utf8')), file).toEqual([]);
    expect(asked("const line = text.split(','); const first = line.slice(1);")).toEqual(['line']);
  });

  it('are none where a chain may end early, and none outside of functions', () => {
    expect(bound(inside('text?.trim().slice(1)'))).toBeNull();
    expect(bound(inside("text?.[0].split(',')"))).toBeNull();
    expect(bound("const words = new Set('a b'.split(' '));")).toBeNull();
  });
});
