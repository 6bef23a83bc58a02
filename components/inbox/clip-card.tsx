import ExternalLink from 'lucide/dist/esm/icons/external-link.mjs';
import { common } from '../../locales/words.ts';
import { isWebAddress } from '../../protocol/clip.ts';
import { AccessMark } from '../access-mark.tsx';
import { Icon } from '../icon.tsx';
import { useFormat, useWords } from '../language.tsx';
import { ClipSource } from '../source/clip-source.tsx';
import type { ClipOfTopic } from './inbox-props.ts';

const hostOf = (address: string): string => (URL.canParse(address) ? new URL(address).host : address);

/** What one person captured: who, when, their note, and what the page says. */
export function ClipCard({ entry, topicTitle }: { entry: ClipOfTopic; topicTitle: string }) {
  const { clip, submitter } = entry;
  const says = useWords(common);
  const format = useFormat();
  const published = clip.published === null ? [] : [format.written(clip.published)];
  const origin = [clip.siteName ?? hostOf(clip.address), ...clip.byline, ...published];
  return (
    <li class="clip-card">
      <p class="clip-by">
        <span class="avatar" aria-hidden="true">
          {initials(submitter.name)}
        </span>
        <bdi class="clip-name">{submitter.name}</bdi>
        <time
          class="small soft"
          dateTime={new Date(clip.capturedAt).toISOString()}
          title={format.moment(clip.capturedAt)}
        >
          {format.relative(clip.capturedAt)}
        </time>
      </p>
      {clip.note === '' ? null : (
        <p class="clip-note foreign" dir="auto">
          {clip.note}
        </p>
      )}
      {clip.title === topicTitle ? null : (
        <p class="clip-title foreign" dir="auto">
          {clip.title}
        </p>
      )}
      <AccessMark access={clip.access} />
      <ClipSource clip={clip} />
      {clip.excerpt === '' ? null : (
        <p class="clip-excerpt foreign" dir="auto">
          {clip.excerpt}
        </p>
      )}
      {/* The queue checked the address already; a link is the one place where it would do harm. */}
      {isWebAddress(clip.address) ? (
        <a class="clip-link" href={clip.address} target="_blank" rel="noreferrer noopener">
          <Icon shapes={ExternalLink} />
          <span class="hidden-text">{says('openPage')}: </span>
          <bdi>{origin.join(' · ')}</bdi>
        </a>
      ) : null}
    </li>
  );
}

const initials = (name: string): string => {
  const words = name.split(/\s+/u).filter((word) => word !== '');
  return [words[0], words.length > 1 ? words.at(-1) : undefined]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase();
};
