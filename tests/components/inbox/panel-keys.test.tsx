// @vitest-environment happy-dom
/** What keys mean right after a panel opened: nothing that is typed there decides unseen. */
import { fireEvent, screen } from '@testing-library/preact';
import { describe, expect, it } from 'vitest';
import de from '../../../locales/de.json' with { type: 'json' };
import { open, press } from '../inbox-page.tsx';

const sentence = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: /One sentence/ });
const focused = () => document.activeElement;

describe('a panel that is opened again', () => {
  it('takes the same keys as a fresh one: 3 1 Enter is the first reason with its sentence', () => {
    const calls = open();
    press('3', '1', 'Escape', '3');
    expect(focused()).toBe(screen.getAllByRole('radio')[0]);
    expect(screen.queryByRole('radio', { checked: true })).toBeNull();
    press('Enter');
    expect(calls.onDecide).not.toHaveBeenCalled();
    press('1');
    expect(focused()).toBe(sentence());
    expect(sentence().value).toBe(de.declineSentences.off_goal);
    press('Enter');
    expect(calls.onDecide).toHaveBeenCalledWith(
      expect.objectContaining({ to: 'declined', reason: 'off_goal', sentence: de.declineSentences.off_goal }),
    );
  });

  it('keeps what the editor wrote, and asks for the reason anew', () => {
    open();
    press('3', '2');
    fireEvent.input(sentence(), { target: { value: 'Thanks' } });
    press('Escape', '3', '4');
    expect(sentence().value).toBe('Thanks');
    expect(focused()).toBe(sentence());
  });

  it('holds by a digit again where nothing was written, and only chooses the date where something was', () => {
    const calls = open();
    press('h');
    fireEvent.click(screen.getByRole('radio', { name: 'Embargo' }));
    press('1', 'Escape', 'h');
    expect(screen.queryByRole('button', { pressed: true })).toBeNull();
    fireEvent.input(sentence(), { target: { value: 'Not before the fair.' } });
    press('Escape', 'h', '1');
    expect(calls.onDecide).not.toHaveBeenCalled();
    fireEvent.input(sentence(), { target: { value: '' } });
    press('Escape', 'h', '1');
    expect(calls.onDecide).toHaveBeenCalledWith(expect.objectContaining({ to: 'held', holdReason: 'not_yet' }));
  });
});
