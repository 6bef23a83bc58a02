import { describe, expect, it } from 'vitest';
import { COMMANDS, choosable } from '../../../../components/inbox/commands/command-table.ts';
import { ariaKeys, keyText, workingKeys } from '../../../../components/inbox/commands/key-text.ts';
import type { Situation } from '../../../../components/inbox/commands/situation.ts';
import { TRANSITIONS } from '../../../../desk/states.ts';
import { STATES } from '../../../../protocol/topic.ts';

const EMPTY: Situation = {
  overlay: null,
  topic: null,
  picked: 0,
  rows: 0,
  allPicked: true,
  allows: [],
  mayAsk: false,
  mayAskClearance: false,
  canUndo: false,
  overdue: 0,
  lookedAt: false,
};
const allKeys = COMMANDS.flatMap(({ keys }): readonly string[] => keys);

describe('the table of commands', () => {
  it('gives no key to two commands that can apply at once', () => {
    const situations: Situation[] = STATES.flatMap((state) =>
      [0, 3].flatMap((picked) =>
        [true, false].map((muted): Situation => {
          const topic = { reading: 'unread' as const, muted, forMeeting: false };
          return {
            ...EMPTY,
            topic,
            picked,
            rows: 9,
            allPicked: false,
            allows: TRANSITIONS[state],
            mayAsk: true,
            canUndo: true,
          };
        }),
      ),
    );
    for (const situation of situations) {
      const keys = choosable(situation).flatMap((command) => command.keys.filter((key) => key !== 'Escape'));
      expect(keys.length).toBe(new Set(keys).size);
    }
  });

  it('has no chord with Alt and no key by its place', () => {
    expect(allKeys.filter((keys) => /Alt|Key[A-Z]|Digit|Bracket/.test(keys))).toEqual([]);
  });

  it('offers on an empty desk only what means something there', () => {
    const offered = choosable(EMPTY).map(({ name }) => name);
    expect(offered).toEqual(['back', 'search', 'help', 'goInbox', 'goPlan', 'goMine', 'goGoals']);
  });
});

describe('keys as words', () => {
  it('writes keys as they stand on the keyboard of the language', () => {
    expect(keyText('Ctrl+k', 'de')).toBe('Strg K');
    expect(keyText('Ctrl+Enter', 'en')).toBe('Ctrl ↵');
    expect(keyText('Shift+i', 'de')).toBe('⇧ I');
    expect(keyText('Space', 'de')).toBe('Leertaste');
    expect(keyText('g e', 'de')).toBe('g e');
    expect(keyText('* a', 'en')).toBe('* a');
  });

  it('spells them for screen readers, and leaves out what does not work', () => {
    expect(ariaKeys(['z', 'Ctrl+z'])).toBe('z Control+z');
    expect(ariaKeys(['* a'])).toBeUndefined();
    expect(workingKeys(['z', 'Ctrl+z', 'g e', 'Shift+i', 'Space'], false)).toEqual(['Ctrl+z', 'Space']);
  });
});
