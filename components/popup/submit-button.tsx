import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import type { ComponentChildren } from 'preact';
import { popup, saveProblems } from '../../locales/words.ts';
import { KeyCap } from '../key-cap.tsx';
import { useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import type { SaveProblem } from '../problems.ts';

type SubmitButtonProps = {
  label: string;
  ready: boolean;
  saving: boolean;
  problem: SaveProblem | null;
  /** What is to be known before it is pressed. */
  children?: ComponentChildren;
};

/** The one primary button of a form, and above it why the last try did not save. */
export function SubmitButton({ label, ready, saving, problem, children }: SubmitButtonProps) {
  const t = useWords(popup);
  const explain = useWords(saveProblems);
  return (
    <div class="popup-submit">
      {children}
      {problem === null ? null : (
        <Notice tone="danger" icon={CircleAlert} title={explain(`${problem}.title`)} urgent>
          {explain(`${problem}.text`)}
        </Notice>
      )}
      <button type="submit" class="button button-primary" aria-disabled={!ready} aria-keyshortcuts="Enter">
        {saving ? t('saving') : label}
        <KeyCap keys="↵" />
      </button>
    </div>
  );
}
