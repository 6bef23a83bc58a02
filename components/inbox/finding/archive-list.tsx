import { finding } from '../../../locales/words.ts';
import { useWords } from '../../language.tsx';
import type { InboxScreenProps } from '../inbox-props.ts';
import { ArchiveRow } from './archive-row.tsx';

type ArchiveListProps = Pick<
  InboxScreenProps,
  'finding' | 'filter' | 'onFilter' | 'strategy' | 'selectedId' | 'onOpen'
>;

/** What the queue found beside what this device holds; it never moves the list above it. */
export function ArchiveList({ finding: found, filter, strategy, selectedId, onFilter, onOpen }: ArchiveListProps) {
  const t = useWords(finding);
  const { archive } = found;
  if (archive.kind === 'none') return null;
  const heading =
    archive.kind !== 'found'
      ? t('archive')
      : archive.total.more
        ? t('archiveMoreThan', { count: archive.total.count })
        : t('archiveCount', { count: archive.total.count });
  return (
    <section class="archive" aria-label={t('archive')}>
      <h2 class="archive-heading">
        <span role="status">{heading}</span>
      </h2>
      {filter.states.length === 0 ? null : (
        <button type="button" class="button button-quiet" onClick={() => onFilter({ ...filter, states: [] })}>
          {t('searchEverywhere')}
        </button>
      )}
      {archive.kind === 'searching' ? <p class="small soft">{t('archiveSearching')}</p> : null}
      {archive.kind === 'offline' ? <p class="small soft">{t('archiveOffline')}</p> : null}
      {archive.kind === 'failed' ? (
        <p class="small soft">
          {t('archiveFailed')}{' '}
          <button type="button" class="button button-quiet" onClick={found.onArchiveRetry}>
            {t('archiveRetry')}
          </button>
        </p>
      ) : null}
      {archive.kind === 'found' ? (
        <>
          <ol class="archive-rows" aria-label={heading}>
            {archive.topics.map((topic) => (
              <li key={topic.id}>
                <ArchiveRow
                  topic={topic}
                  search={filter.text}
                  strategy={strategy}
                  selected={topic.id === selectedId}
                  onOpen={() => onOpen(topic.id)}
                />
              </li>
            ))}
          </ol>
          {archive.more ? (
            <button type="button" class="button button-quiet" onClick={found.onArchiveMore}>
              {t('archiveNext')}
            </button>
          ) : null}
        </>
      ) : null}
    </section>
  );
}
