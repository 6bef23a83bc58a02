import LogIn from 'lucide/dist/esm/icons/log-in.mjs';
import { join } from '../../locales/words.ts';
import { Icon } from '../icon.tsx';
import { useWords } from '../language.tsx';

/** The button that opens the company's sign-in, and what happens there. It submits the form that it stands in. */
export function SignIn({ ready, signingIn }: { ready: boolean; signingIn: boolean }) {
  const t = useWords(join);
  return (
    <>
      <button type="submit" class="button button-primary join-sign-in" aria-disabled={!ready}>
        <Icon shapes={LogIn} />
        {t(signingIn ? 'signingIn' : 'signIn')}
      </button>
      <p class="small soft" role="status">
        {t(signingIn ? 'signingInHint' : 'signInHint')}
      </p>
    </>
  );
}
