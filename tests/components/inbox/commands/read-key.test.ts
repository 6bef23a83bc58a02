import { describe, expect, it } from 'vitest';
import { type KeyContext, readKey } from '../../../../components/inbox/commands/read-key.ts';
import type { Situation } from '../../../../components/inbox/commands/situation.ts';
import type { KeyPress } from '../../../../components/inbox/commands/stroke.ts';
import { STATES } from '../../../../protocol/topic.ts';

const SITUATION: Situation = {
  overlay: null,
  topic: { reading: 'unread', muted: false, forMeeting: false },
  picked: 0,
  rows: 20,
  allPicked: false,
  allows: STATES,
  mayAsk: true,
  mayAskClearance: true,
  canUndo: true,
  overdue: 0,
  lookedAt: false,
};
const READY: KeyContext = {
  situation: SITUATION,
  letterKeys: true,
  typing: false,
  onControl: false,
  onRow: true,
  begun: null,
};

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  keyCode: 0,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  isComposing: false,
  repeat: false,
  ...more,
});
const inSituation = (change: Partial<Situation>, more: Partial<KeyContext> = {}): KeyContext => ({
  ...READY,
  ...more,
  situation: { ...SITUATION, ...change },
});

function nameOf(pressed: KeyPress, context = READY): string | null {
  const reading = readKey(pressed, context);
  return reading.kind === 'command' ? reading.command.name : null;
}
const names = (keys: string, context = READY) => [...keys].map((key) => nameOf(press(key), context));

describe('readKey', () => {
  it('knows the letters, digits and signs of the inbox', () => {
    expect(names('jkou13hwzs?xm')).toEqual([
      ...['next', 'previous', 'open', 'back', 'accept', 'decline', 'hold', 'startWork', 'undo', 'search', 'help'],
      ...['pick', 'mute'],
    ]);
    expect(nameOf(press('J'))).toBe('next');
  });

  it('goes by what a key types: on a German layout / is Shift+7, ? is Shift+ß, * is Shift++, and z is where y was', () => {
    expect(nameOf(press('/', { shiftKey: true }))).toBe('search');
    expect(nameOf(press('?', { shiftKey: true }))).toBe('help');
    expect(readKey(press('*', { shiftKey: true }), READY)).toEqual({ kind: 'begins', begun: '*' });
    expect(nameOf({ ...press('z'), code: 'KeyY' } as KeyPress)).toBe('undo');
    expect(nameOf({ ...press('y'), code: 'KeyZ' } as KeyPress)).toBeNull();
    expect(nameOf({ ...press('z', { ctrlKey: true }), code: 'KeyY' } as KeyPress)).toBe('undo');
    // French digits are typed with Shift.
    expect(nameOf(press('1', { shiftKey: true }))).toBe('accept');
  });

  it('takes no key with Alt, so that AltGr types what it types', () => {
    for (const key of ['1', 'j', 'k', 'e']) {
      expect(readKey(press(key, { altKey: true }), READY).kind).toBe('none');
      expect(readKey(press(key, { altKey: true, ctrlKey: true }), READY).kind).toBe('none');
    }
  });

  it('tells a letter with Shift from Caps Lock', () => {
    expect(nameOf(press('I', { shiftKey: true }))).toBe('markRead');
    expect(
      nameOf(
        press('U', { shiftKey: true }),
        inSituation({ topic: { reading: 'read', muted: false, forMeeting: false } }),
      ),
    ).toBe('markUnread');
    expect(nameOf(press('U'))).toBe('back');
    // Caps Lock and Shift type a small letter.
    expect(nameOf(press('i', { shiftKey: true }))).toBe('markRead');
  });

  it('leaves keys to fields, to an input method and to the browser', () => {
    expect(names('jk13hx/?', { ...READY, typing: true })).toEqual(Array(8).fill(null));
    expect(readKey(press('j', { isComposing: true }), READY).kind).toBe('none');
    expect(readKey(press('1', { keyCode: 229 }), READY).kind).toBe('none');
    expect(readKey(press('Process'), READY).kind).toBe('none');
    expect(readKey(press('j', { ctrlKey: true }), READY).kind).toBe('none');
    expect(readKey(press('z', { ctrlKey: true }), { ...READY, typing: true }).kind).toBe('none');
    expect(readKey(press('Enter'), { ...READY, onControl: true }).kind).toBe('none');
    expect(readKey(press(' '), { ...READY, onRow: false }).kind).toBe('none');
    expect(nameOf(press(' '))).toBe('pick');
  });

  it('opens the palette from anywhere, also while text is typed', () => {
    expect(nameOf(press('k', { ctrlKey: true }))).toBe('palette');
    expect(nameOf(press('k', { metaKey: true }), { ...READY, typing: true })).toBe('palette');
  });

  it('can do without letters: arrows, Enter, Escape and keys with Ctrl stay', () => {
    const quiet = { ...READY, letterKeys: false };
    expect(names('jk13hz?/xm*', quiet)).toEqual(Array(11).fill(null));
    expect(readKey(press('g'), quiet).kind).toBe('none');
    expect(nameOf(press('I', { shiftKey: true }), quiet)).toBeNull();
    expect(nameOf(press('ArrowDown'), quiet)).toBe('next');
    expect(nameOf(press('ArrowDown', { shiftKey: true }), quiet)).toBe('extendDown');
    expect(nameOf(press('Enter'), quiet)).toBe('open');
    expect(nameOf(press('z', { ctrlKey: true }), quiet)).toBe('undo');
    expect(nameOf(press('k', { ctrlKey: true }), quiet)).toBe('palette');
  });

  it('does not decide again and again while a key is held down', () => {
    expect(readKey(press('1', { repeat: true }), READY).kind).toBe('swallowed');
    expect(readKey(press('z', { repeat: true }), READY).kind).toBe('swallowed');
    expect(nameOf(press('j', { repeat: true }))).toBe('next');
  });
});

describe('sequences', () => {
  const second = (begun: string, key: string, change: Partial<Situation> = {}) =>
    readKey(press(key), inSituation(change, { begun }));

  it('takes two keys one after the other', () => {
    expect(readKey(press('g'), READY)).toEqual({ kind: 'begins', begun: 'g' });
    expect(second('g', 'e')).toMatchObject({ kind: 'command', command: { name: 'goInbox' } });
    expect(second('g', 'z')).toMatchObject({ command: { name: 'goGoals' } });
    expect(second('*', 'a')).toMatchObject({ command: { name: 'pickAll' } });
    expect(second('*', 'n', { picked: 3 })).toMatchObject({ command: { name: 'pickNone' } });
  });

  it('swallows a second key that means nothing there, for it was not meant alone', () => {
    expect(second('g', '0').kind).toBe('swallowed');
    expect(second('*', 'z').kind).toBe('swallowed');
  });

  it('waits while Shift goes down for the second key, and gives way to keys that type nothing', () => {
    expect(readKey(press('Shift', { shiftKey: true }), { ...READY, begun: 'g' }).kind).toBe('waiting');
    expect(nameOf(press('ArrowDown'), { ...READY, begun: 'g' })).toBe('next');
  });
});

describe('what stands open', () => {
  const declining = inSituation({ overlay: 'decline' });

  it('reads digits as a choice, never as a decision, and no other letter', () => {
    const reading = readKey(press('1'), declining);
    expect(reading).toMatchObject({ kind: 'command', command: { name: 'digit' }, key: '1' });
    expect(names('jh0zxw', declining)).toEqual(Array(6).fill(null));
    expect(nameOf(press('ArrowDown'), declining)).toBeNull();
  });

  it('is submitted by Ctrl+Enter and closed by Escape, from its fields too', () => {
    const typing = { ...declining, typing: true };
    expect(nameOf(press('Enter', { ctrlKey: true }), typing)).toBe('submit');
    expect(nameOf(press('Escape'), typing)).toBe('close');
    expect(nameOf(press('Escape'))).toBe('back');
    expect(nameOf(press('Escape'), inSituation({ picked: 2 }))).toBe('pickNone');
  });
});
