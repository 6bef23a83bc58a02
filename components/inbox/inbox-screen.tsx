import '../tokens.css';
import '../base.css';
import './inbox.css';
import './topic.css';
import { useRef, useState } from 'preact/hooks';
import { TRANSITIONS } from '../../desk/states.ts';
import { inbox, states } from '../../locales/words.ts';
import type { DeclineReason, State } from '../../protocol/topic.ts';
import { KeyCap } from '../key-cap.tsx';
import { useReader, useWords } from '../language.tsx';
import { UndoToast } from '../undo-toast.tsx';
import { useWindowKey } from '../use-window-key.ts';
import { DecisionBar, isUndoable } from './decision-bar.tsx';
import { DeclinePanel } from './decline-panel.tsx';
import { EmptyList, NothingSelected } from './empty.tsx';
import { Filters, isNarrowed } from './filters.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { holdDates } from './hold-dates.ts';
import { HoldPanel } from './hold-panel.tsx';
import type { InboxPanel, InboxScreenProps } from './inbox-props.ts';
import { type Command, focusContext, keyToCommand } from './keys.ts';
import { Strips } from './strips.tsx';
import { TopicList } from './topic-list.tsx';
import { TopicPane } from './topic-pane.tsx';
import { Views } from './views.tsx';

/** The editors' inbox: views, list and topic side by side as far as the window is wide. */
export function InboxScreen(props: InboxScreenProps) {
  const { rows, total, filter, strategy, selectedId, topic, letterKeys, decided } = props;
  const { now } = useReader();
  const t = useWords(inbox);
  const stateText = useWords(states);
  const search = useRef<HTMLInputElement>(null);
  const [panel, setPanel] = useState<InboxPanel | null>(props.initialPanel ?? null);
  const [reason, setReason] = useState<DeclineReason | null>(null);
  const current = topic?.topic ?? null;

  const openPanel = (opened: InboxPanel | null) => {
    setReason(null);
    if (opened === 'decline' && !allows('declined')) return;
    if (opened === 'hold' && !allows('held')) return;
    setPanel(opened);
  };
  const allows = (to: State) => current !== null && TRANSITIONS[current.state].includes(to);

  /** Decides on the topic at hand and moves on to the next one of the list. */
  const decide = (to: State, details: { reason?: DeclineReason; sentence?: string; holdUntil?: number } = {}) => {
    if (current === null || !allows(to)) return;
    const at = rows?.findIndex((row) => row.topic.id === current.id) ?? -1;
    const next = at === -1 ? undefined : (rows?.[at + 1] ?? rows?.[at - 1]);
    setPanel(null);
    props.onDecide({
      topicId: current.id,
      to,
      reason: details.reason ?? null,
      sentence: details.sentence ?? null,
      holdUntil: details.holdUntil ?? null,
    });
    if (next !== undefined) props.onSelect(next.topic.id);
  };

  const undo = () => {
    const topicId = decided?.topicId ?? (current !== null && isUndoable(current) ? current.id : null);
    if (topicId !== null) props.onUndo(topicId);
  };

  const move = (by: 1 | -1) => {
    const at = rows?.findIndex((row) => row.topic.id === selectedId) ?? -1;
    const target = rows?.[at === -1 ? 0 : at + by];
    if (target !== undefined) props.onSelect(target.topic.id);
  };

  const run = (command: Command) => {
    switch (command.name) {
      case 'next':
        return move(1);
      case 'previous':
        return move(-1);
      case 'open':
        return selectedId === null ? undefined : props.onOpen(selectedId);
      case 'back':
        return props.onBack();
      case 'accept':
        return decide('accepted');
      case 'undo':
        return undo();
      case 'search':
        return search.current?.focus();
      case 'panel':
        return openPanel(command.panel);
      case 'reason':
        return setReason(command.reason);
      case 'holdDate': {
        const date = holdDates(now)[command.at];
        return date === undefined ? undefined : decide('held', { holdUntil: date.at });
      }
    }
  };

  useWindowKey((event) => {
    const command = keyToCommand(event, { letterKeys, panel, ...focusContext(event.target) });
    if (command === null) return;
    event.preventDefault();
    run(command);
  });

  return (
    <div class="inbox" data-open={props.open}>
      <aside class="inbox-views">
        <Views counts={props.counts} filter={filter} onFilter={props.onFilter} />
        <button type="button" class="button button-quiet help-button" onClick={() => openPanel('help')}>
          {t('help')}
          {letterKeys ? <KeyCap keys="?" /> : null}
        </button>
      </aside>
      <main class="inbox-list">
        <h1 class="hidden-text">{t('heading')}</h1>
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
      </main>
      <section class="inbox-topic" aria-label={current === null ? t('select') : current.title}>
        {topic === null || current === null ? (
          <NothingSelected letterKeys={letterKeys} />
        ) : (
          <>
            <TopicPane detail={topic} strategy={strategy} onBack={props.onBack} />
            <footer class="decision">
              {panel === 'decline' ? (
                <DeclinePanel
                  reason={reason}
                  letterKeys={letterKeys}
                  onReason={setReason}
                  onDecline={(chosen, sentence) => decide('declined', { reason: chosen, sentence })}
                  onCancel={() => openPanel(null)}
                />
              ) : null}
              {panel === 'hold' ? (
                <HoldPanel
                  letterKeys={letterKeys}
                  onHold={(holdUntil) => decide('held', { holdUntil })}
                  onCancel={() => openPanel(null)}
                />
              ) : null}
              <DecisionBar
                topic={current}
                panel={panel}
                letterKeys={letterKeys}
                onAccept={() => decide('accepted')}
                onReopen={() => decide('new')}
                onPanel={openPanel}
                onUndo={() => props.onUndo(current.id)}
              />
            </footer>
          </>
        )}
      </section>
      {panel === 'help' ? <HelpDialog onClose={() => openPanel(null)} /> : null}
      <UndoToast
        text={decided === null ? null : t('decidedNow', { title: decided.title, state: stateText(decided.to) })}
        shortcut={letterKeys ? 'z' : undefined}
        onUndo={undo}
      />
    </div>
  );
}
