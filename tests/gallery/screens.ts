/** Every screen in every state that matters; a test opens each of them in both languages and schemes. */
import type { JSX } from 'preact';
import type { Language } from '../../locales/t.ts';
import { CLEARANCES } from './states/clearances.tsx';
import { GUIDE_STATES, HELP_STATES } from './states/guide.tsx';
import { INBOX } from './states/inbox.tsx';
import { JOIN_STATES, SETTINGS_STATES, STATUS_STATES, WELCOME_STATES } from './states/pages.tsx';
import { PLAN_STATES } from './states/plan.tsx';
import { POPUP } from './states/popup.tsx';
import { ASKING_STATES, QUESTIONS } from './states/questions.tsx';
import { STRATEGY_STATES } from './states/strategy.tsx';
import { SUGGESTIONS } from './states/suggestions.tsx';
import { TOAST } from './states/toast.tsx';

export const SCREENS: Record<string, Record<string, (language: Language) => JSX.Element>> = {
  popup: POPUP,
  toast: TOAST,
  inbox: INBOX,
  plan: PLAN_STATES,
  suggestions: SUGGESTIONS,
  questions: QUESTIONS,
  asking: ASKING_STATES,
  clearances: CLEARANCES,
  status: STATUS_STATES,
  join: JOIN_STATES,
  settings: SETTINGS_STATES,
  welcome: WELCOME_STATES,
  strategy: STRATEGY_STATES,
  help: HELP_STATES,
  guide: GUIDE_STATES,
};
