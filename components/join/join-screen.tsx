import '../tokens.css';
import '../base.css';
import Info from 'lucide/dist/esm/icons/info.mjs';
import PartyPopper from 'lucide/dist/esm/icons/party-popper.mjs';
import { join } from '../../locales/words.ts';
import { EmptyState } from '../empty-state.tsx';
import { useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import { JoinForm } from './join-form.tsx';
import type { JoinScreenProps } from './join-props.ts';

/** Joining a queue on a page of its own; afterwards the way to where work begins. */
export function JoinScreen({ state, onOpen }: JoinScreenProps) {
  const t = useWords(join);
  return (
    <main class="sheet join-sheet">
      {state.kind === 'form' ? (
        <>
          <h1>{t('heading')}</h1>
          <section class="card">
            {state.wanted ? (
              <Notice tone="plain" icon={Info}>
                {t('wanted')}
              </Notice>
            ) : null}
            <p class="soft">{t('lead')}</p>
            <JoinForm {...state.form} />
          </section>
        </>
      ) : (
        <>
          <h1 class="hidden-text">{t('joinedHeading', { queue: state.queueName })}</h1>
          <section class="card" role="status">
            <EmptyState
              icon={PartyPopper}
              title={t('joined', { person: state.person })}
              text={t('joinedText', { queue: state.queueName })}
            >
              <div class="join-ways">
                <button type="button" class="button button-primary" onClick={() => onOpen('tour')}>
                  {t('toTour')}
                </button>
                {state.desk ? (
                  <button type="button" class="button" onClick={() => onOpen('inbox')}>
                    {t('toInbox')}
                  </button>
                ) : null}
                <button type="button" class="button" onClick={() => onOpen('suggestions')}>
                  {t('toSuggestions')}
                </button>
              </div>
            </EmptyState>
          </section>
        </>
      )}
    </main>
  );
}
