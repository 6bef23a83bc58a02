/** How keys are written for people and for screen readers. */
import type { Language } from '../../../locales/t.ts';
import { isSingleCharacter, parseStroke } from './stroke.ts';

const SIGNS: Record<string, string> = { ArrowDown: '↓', ArrowUp: '↑', Enter: '↵', Escape: 'Esc' };
const SPACE: Record<Language, string> = { de: 'Leertaste', en: 'Space' };
const CTRL: Record<Language, string> = { de: 'Strg', en: 'Ctrl' };

/** `Ctrl+k` as "Strg K", `Shift+i` as "⇧ I", `g e` as "g e". */
export function keyText(keys: string, language: Language): string {
  return keys
    .split(' ')
    .map((written) => {
      const { key, shift, ctrl } = parseStroke(written);
      const name = key === ' ' ? SPACE[language] : (SIGNS[key] ?? key);
      const shown = ctrl || shift ? name.toUpperCase() : name;
      return [ctrl ? CTRL[language] : '', shift ? '⇧' : '', SIGNS[key] === undefined ? shown : name]
        .filter((part) => part !== '')
        .join(' ');
    })
    .join(' ');
}

/** The keys that work now: without the single ones where they are switched off. */
export const workingKeys = (keys: readonly string[], letterKeys: boolean): string[] =>
  keys.filter((written) => letterKeys || !isSingleCharacter(parseStroke(written.split(' ')[0] ?? '')));

/** As `aria-keyshortcuts` spells it, which has no way to write a sequence. */
export function ariaKeys(keys: readonly string[]): string | undefined {
  const spelled = keys
    .filter((written) => !written.includes(' '))
    .map((written) => written.replace('Ctrl+', 'Control+'));
  return spelled.length === 0 ? undefined : spelled.join(' ');
}
