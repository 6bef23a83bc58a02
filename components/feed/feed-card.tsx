import ExternalLink from 'lucide/dist/esm/icons/external-link.mjs';
import Heart from 'lucide/dist/esm/icons/heart.mjs';
import Lock from 'lucide/dist/esm/icons/lock.mjs';
import Share2 from 'lucide/dist/esm/icons/share-2.mjs';
import { networksOf } from '../../desk/sharing.ts';
import { textIn } from '../../locales/local-text.ts';
import { common, feed as words } from '../../locales/words.ts';
import { isWebAddress } from '../../protocol/clip.ts';
import { Icon } from '../icon.tsx';
import { useFormat, useReader, useWords } from '../language.tsx';
import { Picture } from '../picture.tsx';
import type { FeedItem, FeedScreenProps } from './feed-props.ts';
import { ShareFold } from './share-fold.tsx';

/** One appearance: what, where, when, whose idea, and whether it may be passed on. */
export function FeedCard({ item, ...props }: FeedScreenProps & { item: FeedItem }) {
  const { publication, topic, thanked, pictureUrl } = item;
  const t = useWords(words);
  const says = useWords(common);
  const format = useFormat();
  const { language } = useReader();
  const channel = props.strategy.channels.find(({ id }) => id === publication.channelId);
  const { address } = publication;
  const networks = networksOf(publication);
  return (
    <>
      <div class="feed-top">
        <Picture url={pictureUrl} kind={topic.kind} />
        <div class="feed-text">
          <h2 class="feed-title foreign" dir="auto">
            {topic.title}
          </h2>
          <p class="small soft">
            <bdi>{channel === undefined ? publication.channelId : textIn(language, channel.name)}</bdi>
            {' · '}
            {format.date(publication.publishedAt ?? publication.changedAt)}
          </p>
          {thanked.length === 0 ? null : (
            <p class="feed-thanks">
              <Icon shapes={Heart} />
              <span class="foreign">{t('thanks', { names: format.list(thanked) })}</span>
            </p>
          )}
        </div>
      </div>
      <div class="feed-foot">
        <p class="mark small" data-open={networks.length > 0}>
          <Icon shapes={networks.length > 0 ? Share2 : Lock} />
          {t(networks.length > 0 ? 'mayShare' : 'insideOnly')}
        </p>
        {address === null || !isWebAddress(address) ? null : (
          <a class="button button-quiet" href={address} target="_blank" rel="noreferrer noopener">
            <Icon shapes={ExternalLink} />
            {says('openPage')}
          </a>
        )}
      </div>
      {networks.length === 0 || address === null ? null : (
        <ShareFold {...props} item={item} networks={networks} address={address} />
      )}
    </>
  );
}
