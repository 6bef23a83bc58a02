import CloudOff from 'lucide/dist/esm/icons/cloud-off.mjs';
import LogIn from 'lucide/dist/esm/icons/log-in.mjs';
import { common, syncProblems } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import type { SyncProblem } from '../problems.ts';

/** Why nothing leaves. Being offline is a state like another; only the sign-in needs the person. */
export function ProblemNotice({ problem, onSignIn }: { problem: SyncProblem; onSignIn(): void }) {
  const says = useWords(common);
  const explain = useWords(syncProblems);
  if (problem !== 'sign_in')
    return (
      <Notice tone="warning" icon={CloudOff}>
        {explain(problem)}
      </Notice>
    );
  return (
    <Notice
      tone="warning"
      icon={LogIn}
      actions={
        <button type="button" class="button" onClick={onSignIn}>
          {says('signIn')}
        </button>
      }
    >
      {explain(problem)}
    </Notice>
  );
}
