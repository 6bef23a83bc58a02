import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import { useId, useLayoutEffect, useRef } from 'preact/hooks';
import { join, joinProblems } from '../../locales/words.ts';
import { LIMITS } from '../../protocol/limits.ts';
import { useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import type { JoinFormProps } from './join-props.ts';
import { SignIn } from './sign-in.tsx';
import './join.css';

/** Takes an invitation, as a link or a code, or the address of a queue where people sign in with their company account. */
export function JoinForm(props: JoinFormProps) {
  const { invitation, queueName, queueHost, asksAddress, address, asksName, name, joining, problem, onChange, onJoin } =
    props;
  const { offersSignIn, signingIn, onSignIn } = props;
  const t = useWords(join);
  const explain = useWords(joinProblems);
  const id = useId();
  const isBusy = joining || signingIn;
  const isWhole =
    invitation.trim() !== '' && (!asksAddress || address.trim() !== '') && (!asksName || name.trim() !== '');
  const ready = isWhole && !isBusy;
  const isInvitation = !offersSignIn && problem !== 'no_sign_in';
  /** What Enter does: the way that the queue offers first. Of what is not whole, joining says what is missing. */
  const go = () => {
    if (isBusy) return;
    if (offersSignIn && isWhole) onSignIn();
    else onJoin();
  };
  // What is asked for next is where the person writes next.
  const form = useRef<HTMLFormElement>(null);
  const next = asksAddress ? 'address' : asksName ? 'name' : 'invitation';
  useLayoutEffect(() => {
    form.current?.querySelector<HTMLElement>(`[id$="-${next}"]`)?.focus();
  }, [next]);

  return (
    <form
      ref={form}
      class="join-form"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      {queueName === null ? null : (
        <p class="join-offer foreign">{t(isInvitation ? 'offer' : 'queueHere', { queue: queueName })}</p>
      )}
      {queueHost === null ? null : (
        <p class="small soft">
          {t('goesTo')} <bdi class="join-host">{queueHost}</bdi>
        </p>
      )}
      <div class="field">
        <label class="field-label" for={`${id}-invitation`}>
          {t('invitation')}
        </label>
        <textarea
          id={`${id}-invitation`}
          class="input join-invitation"
          dir="ltr"
          rows={2}
          autocomplete="off"
          spellcheck={false}
          placeholder={t('invitationPlaceholder')}
          aria-describedby={`${id}-problem`}
          value={invitation}
          onInput={(event) => onChange({ invitation: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.isComposing) return;
            event.preventDefault();
            go();
          }}
        />
      </div>
      {asksAddress ? (
        <div class="field">
          <label class="field-label" for={`${id}-address`}>
            {t('queueAddress')}
          </label>
          <input
            id={`${id}-address`}
            class="input"
            type="text"
            inputMode="url"
            dir="ltr"
            maxLength={LIMITS.address}
            placeholder="https://"
            value={address}
            onInput={(event) => onChange({ address: event.currentTarget.value })}
          />
        </div>
      ) : null}
      {asksName ? (
        <div class="field">
          <label class="field-label" for={`${id}-name`}>
            {t('name')}
          </label>
          <input
            id={`${id}-name`}
            class="input"
            type="text"
            dir="auto"
            autocomplete="name"
            maxLength={LIMITS.name}
            aria-describedby={`${id}-hint`}
            value={name}
            onInput={(event) => onChange({ name: event.currentTarget.value })}
          />
          <span id={`${id}-hint`} class="small soft">
            {t('nameHint')}
          </span>
        </div>
      ) : null}
      <div id={`${id}-problem`}>
        {problem === null ? null : (
          <Notice tone="danger" icon={CircleAlert} urgent>
            {explain(problem)}
          </Notice>
        )}
      </div>
      {offersSignIn ? (
        <SignIn ready={ready} signingIn={signingIn || joining} />
      ) : (
        <button type="submit" class="button button-primary" aria-disabled={!ready}>
          {joining ? t('joining') : queueName === null ? t('join') : t('joinQueue', { queue: queueName })}
        </button>
      )}
    </form>
  );
}
