import { describe, expect, it } from 'vitest';
import { type KeyContext, type KeyPress, keyToCommand } from '../../components/inbox/keys.ts';

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  isComposing: false,
  ...more,
});
const READY: KeyContext = { letterKeys: true, typing: false, onControl: false, panel: null };
const names = (keys: string, context = READY) =>
  [...keys].map((key) => keyToCommand(press(key), context)?.name ?? null);

describe('keyToCommand', () => {
  it('knows the letters and digits of the inbox, capital or small', () => {
    expect(names('jkou1zs/')).toEqual(['next', 'previous', 'open', 'back', 'accept', 'undo', 'search', 'search']);
    expect(keyToCommand(press('J'), READY)).toEqual({ name: 'next' });
    expect(keyToCommand(press('3'), READY)).toEqual({ name: 'panel', panel: 'decline' });
    expect(keyToCommand(press('h'), READY)).toEqual({ name: 'panel', panel: 'hold' });
    expect(keyToCommand(press('?'), READY)).toEqual({ name: 'panel', panel: 'help' });
  });

  it('leaves keys to fields, to an IME and to the browser', () => {
    expect(names('jk13h', { ...READY, typing: true })).toEqual([null, null, null, null, null]);
    expect(keyToCommand(press('j', { isComposing: true }), READY)).toBeNull();
    expect(keyToCommand(press('1', { altKey: true }), READY)).toBeNull();
    expect(keyToCommand(press('k', { ctrlKey: true }), READY)).toBeNull();
    expect(keyToCommand(press('Enter'), { ...READY, onControl: true })).toBeNull();
  });

  it('can do without letters: arrows, Enter, Escape and Ctrl+Z stay', () => {
    const quiet = { ...READY, letterKeys: false };
    expect(names('jk13hz?', quiet)).toEqual([null, null, null, null, null, null, null]);
    expect(keyToCommand(press('ArrowDown'), quiet)).toEqual({ name: 'next' });
    expect(keyToCommand(press('Enter'), quiet)).toEqual({ name: 'open' });
    expect(keyToCommand(press('z', { ctrlKey: true }), quiet)).toEqual({ name: 'undo' });
  });

  it('reads digits as reasons while declining, as dates while holding, and never as decisions there', () => {
    const declining: KeyContext = { ...READY, panel: 'decline' };
    expect(keyToCommand(press('2'), declining)).toEqual({ name: 'reason', reason: 'covered' });
    expect(keyToCommand(press('1'), { ...READY, panel: 'hold' })).toEqual({ name: 'holdDate', at: 0 });
    expect(keyToCommand(press('j'), declining)).toBeNull();
    expect(keyToCommand(press('0'), declining)).toBeNull();
  });

  it('closes a panel by Escape, also from its field, and goes back without one', () => {
    expect(keyToCommand(press('Escape'), { ...READY, panel: 'decline', typing: true })).toEqual({
      name: 'panel',
      panel: null,
    });
    expect(keyToCommand(press('Escape'), READY)).toEqual({ name: 'back' });
  });
});
