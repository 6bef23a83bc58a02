import { textIn } from '../../locales/local-text.ts';
import { plan as planWords, publicationStates } from '../../locales/words.ts';
import type { Publication } from '../../protocol/publication.ts';
import type { Channel } from '../../protocol/strategy.ts';
import { useFormat, useReader, useWords } from '../language.tsx';

type AppearancesProps = { publications: readonly Publication[]; channels: readonly Channel[] };

/** Where a topic is planned and where it appeared; nothing where it has no place. */
export function Appearances({ publications, channels }: AppearancesProps) {
  const t = useWords(planWords);
  const stateText = useWords(publicationStates);
  const format = useFormat();
  const { language } = useReader();
  if (publications.length === 0) return null;
  const channelName = (id: string) => textIn(language, channels.find((each) => each.id === id)?.name) || id;
  return (
    <section aria-label={t('appearances')}>
      <h3>{t('appearances')}</h3>
      <ul>
        {publications.map(({ id, channelId, state, publishedAt, dueAt, address }) => {
          const at = state === 'published' ? publishedAt : dueAt;
          return (
            <li key={id} class="small">
              <bdi>{channelName(channelId)}</bdi> · {stateText(state)}
              {at === null ? null : ` · ${format.date(at)}`}
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
