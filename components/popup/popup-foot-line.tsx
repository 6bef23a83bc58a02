import BadgeCheck from 'lucide/dist/esm/icons/badge-check.mjs';
import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import CloudCheck from 'lucide/dist/esm/icons/cloud-check.mjs';
import CloudUpload from 'lucide/dist/esm/icons/cloud-upload.mjs';
import Inbox from 'lucide/dist/esm/icons/inbox.mjs';
import ListChecks from 'lucide/dist/esm/icons/list-checks.mjs';
import Settings from 'lucide/dist/esm/icons/settings.mjs';
import { frame, popup } from '../../locales/words.ts';
import { Icon, type IconShapes } from '../icon.tsx';
import { useWords } from '../language.tsx';
import type { OtherPage, PopupFoot } from './popup-props.ts';

type PopupFootLineProps = {
  foot: PopupFoot;
  /** It is sure that nobody joined: as long as the device is asked, nothing is said. */
  notJoined: boolean;
  onOpen(page: OtherPage): void;
};

/** Small at the foot: what is unsent, whose account this is, and the ways to the other pages. */
export function PopupFootLine({ foot, notJoined, onOpen }: PopupFootLineProps) {
  const t = useWords(popup);
  const pages = useWords(frame);
  const link = (page: 'inbox' | 'suggestions' | 'settings', icon: IconShapes) => (
    <button type="button" class="foot-link" title={pages(page)} aria-label={pages(page)} onClick={() => onOpen(page)}>
      <Icon shapes={icon} />
    </button>
  );
  return (
    <footer class="popup-foot">
      {foot.queue === null ? (
        <span class="foot-sending">{notJoined ? t('notJoined') : ''}</span>
      ) : (
        <>
          <button type="button" class="foot-sending" onClick={() => onOpen('status')}>
            <Icon shapes={foot.parked > 0 ? CircleAlert : foot.unsent > 0 ? CloudUpload : CloudCheck} />
            {foot.parked > 0
              ? t('parked', { count: foot.parked })
              : foot.unsent > 0
                ? t('unsent', { count: foot.unsent })
                : t('allSent')}
          </button>
          {foot.toConfirm === 0 ? null : (
            <button
              type="button"
              class="foot-sending"
              title={t('toConfirm', { count: foot.toConfirm })}
              aria-label={t('toConfirm', { count: foot.toConfirm })}
              onClick={() => onOpen('confirm')}
            >
              <Icon shapes={BadgeCheck} />
              {foot.toConfirm}
            </button>
          )}
          <bdi class="foot-person" title={foot.queue}>
            {foot.person}
          </bdi>
          <span class="foot-links">
            {foot.desk ? link('inbox', Inbox) : null}
            {link('suggestions', ListChecks)}
            {link('settings', Settings)}
          </span>
        </>
      )}
    </footer>
  );
}
