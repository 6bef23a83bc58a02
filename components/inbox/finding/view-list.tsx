import Bookmark from 'lucide/dist/esm/icons/bookmark.mjs';
import CalendarClock from 'lucide/dist/esm/icons/calendar-clock.mjs';
import CircleQuestionMark from 'lucide/dist/esm/icons/circle-question-mark.mjs';
import Clock from 'lucide/dist/esm/icons/clock.mjs';
import Inbox from 'lucide/dist/esm/icons/inbox.mjs';
import User from 'lucide/dist/esm/icons/user.mjs';
import Users from 'lucide/dist/esm/icons/users.mjs';
import X from 'lucide/dist/esm/icons/x.mjs';
import type { BuiltInView } from '../../../desk/built-in-views.ts';
import { formatNumber } from '../../../locales/amounts.ts';
import { finding } from '../../../locales/words.ts';
import { Icon, type IconShapes } from '../../icon.tsx';
import { useReader, useWords } from '../../language.tsx';
import type { Finding, ViewEntry } from './finding-props.ts';
import { SaveView } from './save-view.tsx';

const ICONS: Record<BuiltInView, IconShapes> = {
  incoming: Inbox,
  overdue: Clock,
  questionsDue: CircleQuestionMark,
  heldToday: CalendarClock,
  meeting: Users,
  mine: User,
};

/** The lists that have a name: those of every desk, then those that somebody saved. */
export function ViewList({
  finding: found,
  letterKeys,
  canSave,
}: {
  finding: Finding;
  letterKeys: boolean;
  canSave: boolean;
}) {
  const t = useWords(finding);
  const { language } = useReader();
  const row = (view: ViewEntry) => {
    const at = found.views.indexOf(view) + 1;
    const shortcut = letterKeys && at < 10 ? `g ${at}` : undefined;
    return (
      <li key={view.key} class="view-line">
        <button
          type="button"
          class="view"
          aria-current={found.viewKey === view.key ? 'true' : undefined}
          aria-keyshortcuts={shortcut}
          title={shortcut}
          onClick={() => found.onView(view)}
        >
          <Icon shapes={view.kind === 'builtIn' ? ICONS[view.name] : Bookmark} />
          <bdi class="view-name">{view.kind === 'builtIn' ? t(view.name) : view.name}</bdi>
          {view.count === null || view.count === 0 ? null : (
            <span class="view-count">{formatNumber(language, view.count)}</span>
          )}
        </button>
        {view.kind === 'saved' && view.mine ? (
          <button
            type="button"
            class="button button-quiet button-square view-delete"
            aria-label={t('deleteView', { name: view.name })}
            title={t('deleteView', { name: view.name })}
            onClick={() => found.onDeleteView(view.key)}
          >
            <Icon shapes={X} />
          </button>
        ) : null}
      </li>
    );
  };
  const saved = found.views.filter(({ kind }) => kind === 'saved');
  return (
    <>
      <section class="lane">
        <h2 class="lane-name">{t('viewsHeading')}</h2>
        {/* Incoming is the first of the states already; it keeps its digit. */}
        <ul>
          {found.views
            .filter(({ key }) => key !== 'incoming')
            .filter(({ kind }) => kind === 'builtIn')
            .map(row)}
        </ul>
      </section>
      {saved.length > 0 || canSave ? (
        <section class="lane">
          <h2 class="lane-name">{t('savedHeading')}</h2>
          <ul>{saved.map(row)}</ul>
          {canSave ? <SaveView onSave={found.onSaveView} /> : null}
        </section>
      ) : null}
    </>
  );
}
