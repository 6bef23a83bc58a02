import { isEmbargoed } from '../../desk/sharing.ts';
import { textIn } from '../../locales/local-text.ts';
import { plan as planWords, publicationStates } from '../../locales/words.ts';
import type { Publication } from '../../protocol/publication.ts';
import { useFormat, useReader, useWords } from '../language.tsx';
import type { Strategy } from '../strategy.ts';
import { dateText } from './day-at.ts';

type AppearancesProps = { publications: readonly Publication[]; strategy: Pick<Strategy, 'channels' | 'rules'> };

/** Where a topic is planned and where it appeared; nothing where it has no place. */
export function Appearances({ publications, strategy: { channels, rules } }: AppearancesProps) {
  const t = useWords(planWords);
  const stateText = useWords(publicationStates);
  const { language, now } = useReader();
  const format = useFormat();
  if (publications.length === 0) return null;
  const channelName = (id: string) => textIn(language, channels.find((each) => each.id === id)?.name) || id;
  return (
    <section aria-label={t('appearances')}>
      <h3>{t('appearances')}</h3>
      <ul>
        {publications.map((publication) => {
          const { id, channelId, state, publishedAt, dueAt, address, embargoUntil } = publication;
          const at = state === 'published' ? publishedAt : dueAt;
          return (
            <li key={id} class="small">
              <bdi>{channelName(channelId)}</bdi> · {stateText(state)}
              {at === null ? null : ` · ${dateText(at, rules.timeZone, language, now)}`}
              {embargoUntil !== null && isEmbargoed(publication, now) ? (
                <b> · {t('embargoLasts', { when: format.when(embargoUntil) })}</b>
              ) : null}
              {address === null ? null : (
                <>
                  {' · '}
                  <a class="foreign" href={address} target="_blank" rel="noreferrer noopener">
                    {address}
                  </a>
                </>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
