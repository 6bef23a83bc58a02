/** Saying that something did not work where there is no page to say it in. */
import { browser } from 'wxt/browser';
import type { CaptureFailure, SaveProblem } from '../../components/problems.ts';
import { createTranslator } from '../../locales/t.ts';
import { captureFailures, saveProblems } from '../../locales/words.ts';
import { ownAddress } from '../browser/own-address.ts';
import { showAlert } from './badge.ts';
import { readLanguage } from './language.ts';

export async function openPage(path: string): Promise<void> {
  await browser.tabs.create({ url: ownAddress(path) });
}

/**
 * The popup explains what cannot be read and asks for address and title by hand; where the browser
 * does not let us open it, the badge and the button's title tell.
 */
export async function explainCapture(failure: CaptureFailure): Promise<void> {
  const t = createTranslator(await readLanguage(), captureFailures);
  await showAlert(`${t(`${failure}.title`)} ${t(`${failure}.text`)}`);
  await browser.action.openPopup().catch(() => undefined);
}

export async function explainSaving(problem: SaveProblem): Promise<void> {
  const t = createTranslator(await readLanguage(), saveProblems);
  await showAlert(`${t(`${problem}.title`)} ${t(`${problem}.text`)}`);
}

/** The popup shows the rule and what it asks for; where it does not open, the button's title says so. Kept is nothing. */
export async function explainRule(problem: 'rule_refuses' | 'rule_not_accepted'): Promise<null> {
  await explainSaving(problem);
  await browser.action.openPopup().catch(() => undefined);
  return null;
}
