import '../tokens.css';
import '../base.css';
import './inbox.css';
import './topic.css';
import './finding/finding.css';
import { useRef } from 'preact/hooks';
import { inbox, states } from '../../locales/words.ts';
import { KeyCap } from '../key-cap.tsx';
import { useReader, useWords } from '../language.tsx';
import { UndoToast } from '../undo-toast.tsx';
import { useWindowKey } from '../use-window-key.ts';
import { DecisionBar } from './decision-bar.tsx';
import { DeclinePanel } from './decline-panel.tsx';
import { EmptyList, NothingSelected } from './empty.tsx';
import { Filters } from './filters.tsx';
import { ArchiveList } from './finding/archive-list.tsx';
import { isNarrowed } from './finding/filter-chips.tsx';
import { useViewKeys } from './finding/use-view-keys.ts';
import { HelpDialog } from './help-dialog.tsx';
import { holdDates } from './hold-dates.ts';
import { HoldPanel } from './hold-panel.tsx';
import type { InboxScreenProps, TopicDetail } from './inbox-props.ts';
import { type Command, focusContext, keyToCommand } from './keys.ts';
import { selectedTopic } from './selected-topic.ts';
import { Strips } from './strips.tsx';
import { TopicList } from './topic-list.tsx';
import { TopicPane } from './topic-pane.tsx';
import { useDecisions } from './use-decisions.ts';
import { Views } from './views.tsx';

/** The editors' inbox: views, list and topic side by side as far as the window is wide. */
export function InboxScreen(props: InboxScreenProps) {
  const { rows, total, filter, letterKeys, decided } = props;
  const { now } = useReader();
  const t = useWords(inbox);
  const stateText = useWords(states);
  const search = useRef<HTMLInputElement>(null);
  const detail = selectedTopic(props);
  const desk = useDecisions({ ...props, current: detail?.topic ?? null });

  const run = (command: Command) => {
    switch (command.name) {
      case 'next':
        return desk.move(1);
      case 'previous':
        return desk.move(-1);
      case 'open':
        return props.selectedId === null ? undefined : props.onOpen(props.selectedId);
      case 'back':
        return props.onBack();
      case 'accept':
        return desk.decide('accepted');
      case 'startWork':
        return desk.decide('in_work');
      case 'undo':
        return desk.undo();
      case 'search':
        return search.current?.focus();
      case 'panel':
        return desk.openPanel(command.panel);
      case 'reason':
        return desk.setDraft({ ...desk.draft, reason: command.reason });
      case 'holdDate': {
        const date = holdDates(now)[command.at];
        return date === undefined ? undefined : desk.decide('held', { holdUntil: date.at });
      }
    }
  };

  useViewKeys(props.finding, letterKeys);
  useWindowKey((event) => {
    const command = keyToCommand(event, { letterKeys, panel: desk.panel, ...focusContext(event.target) });
    if (command === null) return;
    event.preventDefault();
    run(command);
  });

  return (
    <main class="inbox" data-open={props.open}>
      <h1 class="hidden-text">{t('heading')}</h1>
      <aside class="inbox-views">
        <Views {...props} />
        <button type="button" class="button button-quiet help-button" onClick={() => desk.openPanel('help')}>
          {t('help')}
          {letterKeys ? <KeyCap keys="?" /> : null}
        </button>
      </aside>
      <section class="inbox-list" aria-label={t('list')}>
        <Strips {...props} />
        <Filters {...props} search={search} />
        <p class="list-line" role="status">
          <span>{total === null ? '' : t('total', { count: total })}</span>
          {props.arrived > 0 ? (
            <button type="button" class="button button-quiet arrived" onClick={props.onShowArrived}>
              {t('arrived', { count: props.arrived })}
            </button>
          ) : null}
        </p>
        {rows?.length === 0 ? <EmptyList narrowed={isNarrowed(filter)} /> : <TopicList {...props} />}
        {rows === null ? null : <ArchiveList {...props} />}
      </section>
      <TopicSection {...props} detail={detail} desk={desk} />
      {desk.panel === 'help' ? <HelpDialog onClose={() => desk.openPanel(null)} /> : null}
      <UndoToast
        text={decided === null ? null : t('decidedNow', { title: decided.title, state: stateText(decided.to) })}
        shortcut={letterKeys ? 'z' : undefined}
        onUndo={desk.undo}
      />
    </main>
  );
}

type TopicSectionProps = InboxScreenProps & { detail: TopicDetail | null; desk: ReturnType<typeof useDecisions> };

function TopicSection(props: TopicSectionProps) {
  const { detail, strategy, letterKeys, desk } = props;
  const t = useWords(inbox);
  if (detail === null)
    return (
      <section class="inbox-topic" aria-label={t('select')}>
        {props.selectedId === null ? <NothingSelected letterKeys={letterKeys} /> : null}
      </section>
    );
  const current = detail.topic;
  return (
    <section class="inbox-topic" aria-label={current.title}>
      <TopicPane
        detail={detail}
        strategy={strategy}
        finding={props.finding}
        similar={props.similar}
        onBack={props.onBack}
      />
      <footer class="decision">
        {desk.panel === 'decline' ? (
          <DeclinePanel
            draft={desk.draft}
            letterKeys={letterKeys}
            onDraft={desk.setDraft}
            onDecline={(reason, sentence) => desk.decide('declined', { reason, sentence })}
            onCancel={() => desk.openPanel(null)}
          />
        ) : null}
        {desk.panel === 'hold' ? (
          <HoldPanel
            letterKeys={letterKeys}
            onHold={(holdUntil) => desk.decide('held', { holdUntil })}
            onCancel={() => desk.openPanel(null)}
          />
        ) : null}
        <DecisionBar
          topic={current}
          panel={desk.panel}
          letterKeys={letterKeys}
          onAccept={() => desk.decide('accepted')}
          onStartWork={() => desk.decide('in_work')}
          onReopen={() => desk.decide('new')}
          onPanel={desk.openPanel}
          onUndo={() => props.onUndo(current.id)}
        />
      </footer>
    </section>
  );
}
