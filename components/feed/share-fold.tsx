import Share2 from 'lucide/dist/esm/icons/share-2.mjs';
import { useState } from 'preact/hooks';
import { shareAddress, shareTextFor, withAddress } from '../../desk/sharing.ts';
import { networks as networkWords, feed as words } from '../../locales/words.ts';
import type { Network } from '../../protocol/sharing.ts';
import { Icon } from '../icon.tsx';
import { useWords } from '../language.tsx';
import type { FeedItem, FeedScreenProps } from './feed-props.ts';

type ShareFoldProps = Pick<FeedScreenProps, 'nativeShare' | 'onCopy' | 'onShared'> & {
  item: FeedItem;
  networks: readonly Network[];
  address: string;
};

/**
 * The company's words for each network, ready to be passed on: the press copies them and opens the network's own page.
 * Nothing is opened, copied or counted without it.
 */
export function ShareFold({ item, networks, address, nativeShare, onCopy, onShared }: ShareFoldProps) {
  const { publication, topic, sharedToday } = item;
  const t = useWords(words);
  const networkText = useWords(networkWords);
  const [said, setSaid] = useState('');

  const copy = async (network: Network, text: string, opens: boolean) => {
    onShared(publication.id, network);
    try {
      await onCopy(withAddress(text, address));
      setSaid(opens ? t('copied', { network: networkText(network) }) : t('copiedOnly'));
    } catch {
      setSaid(t('notCopied'));
    }
  };
  const everywhere = shareTextFor(publication, 'copy', topic.title);
  const native = async () => {
    // Closing the share sheet is no passing on.
    await nativeShare?.({ title: topic.title, text: everywhere, url: address });
    onShared(publication.id, 'copy');
  };
  return (
    <details class="share">
      <summary>
        {t('share')}
        <span class="hidden-text">: {topic.title}</span>
      </summary>
      {nativeShare !== null && networks.includes('copy') ? (
        <button type="button" class="button share-native" onClick={() => void native().catch(() => undefined)}>
          <Icon shapes={Share2} />
          {t('native')}
        </button>
      ) : null}
      <ul class="share-list">
        {networks.map((network) => {
          const text = shareTextFor(publication, network, topic.title);
          const opened = shareAddress(network, address, text, topic.title);
          return (
            <li key={network} class="share-network">
              <h3 class="share-name">
                {networkText(network)}
                {sharedToday.includes(network) ? <span class="small soft"> · {t('sharedToday')}</span> : null}
              </h3>
              <p class="share-text foreign" dir="auto">
                {text}
              </p>
              {opened === null ? (
                <button type="button" class="button" onClick={() => void copy(network, text, false)}>
                  {t('copy')}
                </button>
              ) : network === 'email' ? (
                <a class="button" href={opened} onClick={() => onShared(publication.id, network)}>
                  {t('mail')}
                </a>
              ) : (
                <a
                  class="button"
                  href={opened}
                  target="_blank"
                  rel="noreferrer noopener"
                  onClick={() => void copy(network, text, true)}
                >
                  {t('open', { network: networkText(network) })}
                </a>
              )}
            </li>
          );
        })}
      </ul>
      <p class="small" role="status">
        {said}
      </p>
    </details>
  );
}
