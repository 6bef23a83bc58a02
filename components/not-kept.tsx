import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import { common, refusals, saveProblems } from '../locales/words.ts';
import { REFUSALS, type RefusalKind } from '../protocol/refusal.ts';
import { useWords } from './language.tsx';
import { Notice } from './notice.tsx';
import type { SaveProblem } from './problems.ts';

/** Why an act was not kept on this device: there was no way to, or the rules of the desk do not allow it. */
export type NotKeptBecause = SaveProblem | RefusalKind;

const isRefusal = (because: NotKeptBecause): because is RefusalKind => REFUSALS.some((kind) => kind === because);

type NotKeptProps = {
  /** Of the topic or clip that stays as it was. */
  title: string;
  because: NotKeptBecause;
  /** That it stays as it was, said where trying again can help. */
  text: string;
  onRetry(): void;
  onDismiss(): void;
};

/** Says that a person's act did not happen, and lets them do it again without typing anything twice. */
export function NotKept({ title, because, text, onRetry, onDismiss }: NotKeptProps) {
  const says = useWords(common);
  const explain = useWords(saveProblems);
  const refuse = useWords(refusals);
  const refused = isRefusal(because);
  const mayHelp = because === 'storage_full' || because === 'storage_failed';
  return (
    <Notice
      tone="danger"
      icon={CircleAlert}
      title={refused ? title : explain(`${because}.title`)}
      urgent
      actions={
        <>
          {!mayHelp ? null : (
            <button type="button" class="button" onClick={onRetry}>
              {says('tryAgain')}
            </button>
          )}
          <button type="button" class="button button-quiet" onClick={onDismiss}>
            {says('close')}
          </button>
        </>
      }
    >
      {refused ? refuse(because) : mayHelp ? text : explain(`${because}.text`)}
    </Notice>
  );
}
