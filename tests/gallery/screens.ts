/** Every screen in every state that matters; a test opens each of them in both languages and schemes. */
import type { JSX } from 'preact';
import type { Language } from '../../locales/t.ts';
import { INBOX } from './states/inbox.tsx';
import { POPUP } from './states/popup.tsx';

export const SCREENS: Record<string, Record<string, (language: Language) => JSX.Element>> = {
  popup: POPUP,
  inbox: INBOX,
};
