import '../tokens.css';
import '../base.css';
import './inbox.css';
import './list/list.css';
import './decision-bar.css';
import './panels/panels.css';
import './help-dialog.css';
// Behind the panels: what is the editors' own looks so in one, too.
import './topic.css';
import './palette/palette.css';
import './finding/finding.css';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { AssignmentWish } from '../../desk/assignment-views.ts';
import { inbox } from '../../locales/words.ts';
import { useReader, useWords } from '../language.tsx';
import { useSameData } from '../same-data.ts';
import { useSteadyCalls } from '../steady.tsx';
import { ActsToast } from './acts-toast.tsx';
import { CommandButton } from './commands/command-button.tsx';
import { type CommandName, commandOf } from './commands/command-table.ts';
import { CommandsContext } from './commands/commands-context.ts';
import { useCommandKeys } from './commands/use-command-keys.ts';
import { useIdleKey } from './commands/use-idle-key.ts';
import { EmptyList } from './empty.tsx';
import { Filters } from './filters.tsx';
import { ArchiveList } from './finding/archive-list.tsx';
import { isNarrowed } from './finding/filter-chips.tsx';
import { HelpDialog } from './help-dialog.tsx';
import type { InboxScreenProps } from './inbox-props.ts';
import { KeyNote } from './key-note.tsx';
import { TopicList } from './list/topic-list.tsx';
import { ListLine } from './list-line.tsx';
import { Palette } from './palette/palette.tsx';
import { languageOfPage } from './panels/decline-sentence.ts';
import { mergeOffers } from './panels/merge-offers.ts';
import type { PanelProps } from './panels/panel-props.ts';
import { peopleFor } from './people-for.ts';
import { selectedTopic } from './selected-topic.ts';
import { situationOf } from './situation-of.ts';
import { Strips } from './strips.tsx';
import { TopicSection } from './topic-section.tsx';
import { offerFor, useDesk } from './use-desk.ts';
import { useFocusAfterPanel } from './use-focus-after-panel.ts';
import { useFocusOnOpen } from './use-focus-on-open.ts';
import { useGoToTopic } from './use-go-to-topic.ts';
import { useHeldTopic } from './use-held-topic.ts';
import { useRun } from './use-run.ts';
import { Views } from './views.tsx';

/** The editors' inbox: views, list and topic side by side as far as the window is wide. */
export function InboxScreen(props: InboxScreenProps) {
  const { rows, filter, letterKeys, picked } = props;
  const { now, language } = useReader();
  const t = useWords(inbox);
  const search = useRef<HTMLInputElement>(null);
  const form = useRef<HTMLFormElement>(null);
  const held = useHeldTopic(selectedTopic(props), props.selectedId);
  const { detail } = held;
  const current = detail?.topic ?? null;
  const desk = useDesk(props, current);
  useFocusAfterPanel(desk.overlay, props.selectedId);
  useFocusOnOpen(props.open, props.selectedId);
  const leave = useRef(() => {});
  leave.current = () => props.onLeave?.(desk.typed());
  useLayoutEffect(() => () => leave.current(), []);
  const { target, draft, setDraft: onDraft, decideInPanel: onDecide, edit: onEdit, note: onNote } = desk;
  const { onPanel } = props;
  const openOn = desk.panel === null ? null : (target?.key ?? null);
  // Before anything else can arrive.
  // biome-ignore lint/correctness/useExhaustiveDependencies: only another panel is told of
  useLayoutEffect(() => {
    held.hold(openOn);
    onPanel?.(openOn);
  }, [openOn]);
  const opener = detail?.clips.find(({ clip }) => clip.id === detail.topic.id)?.clip;
  const acts = {
    onDraft,
    onDecide,
    onEdit,
    onNote,
    onAsked: desk.asked,
    onPublished: desk.published,
    onGive: (wish: AssignmentWish) => desk.give(wish),
    onClose: () => desk.open(null),
  };
  const panel: PanelProps | null =
    target === null
      ? null
      : {
          ...{ target, draft, letterKeys, form, strategy: props.strategy, meId: props.meId },
          sentenceLanguage: languageOfPage(target.topic === null ? null : opener?.lang, language),
          alike: mergeOffers(props, detail),
          onFindTopics: props.onFindTopics,
          renderAsk: props.renderAsk,
          renderPublish: props.renderPublish,
          renderEvaluate: props.renderEvaluate,
          people: peopleFor(props, detail),
          absences: props.absences,
          budgets: props.budgets ?? null,
          offer: offerFor(props, target),
          renderAskClearance: props.renderAskClearance,
          ...acts,
        };

  const row = rows?.find(({ topic }) => topic.id === props.selectedId) ?? null;
  const situation = useSameData(situationOf(props, desk, current, row));
  const { goTo, isGoing } = useGoToTopic(props, current?.id ?? null);
  const [isChoosing, setChoosing] = useState(false);
  const { run, box } = useRun(props, desk, panel, { search, form, goTo }, now);
  const waits = isGoing || (props.keysWait ?? false);
  useCommandKeys(situation, letterKeys, run, isChoosing ? 'everywhere' : waits);
  const idle = useIdleKey(situation, letterKeys);
  const { onSelect, onOpen, onMore } = props;
  const listCalls = useSteadyCalls({ onSelect, onOpen, onMore, onBox: box });
  const { onFilter, onShowArrived, finding } = props;
  const { onView, onSaveView, onDeleteView } = finding;
  // What another topic changes nothing of is not drawn anew for it.
  const steadyCalls = useSteadyCalls({ onFilter, onShowArrived, onView, onSaveView, onDeleteView, run });
  const commands = useMemo(
    () => ({
      letterKeys,
      run: steadyCalls.run,
      // Keys mean the panel while one stands open; a button can be pressed beside it all the same.
      applies: (name: CommandName) => commandOf(name).applies({ ...situation, overlay: null }),
    }),
    [letterKeys, situation, steadyCalls],
  );

  return (
    <CommandsContext.Provider value={commands}>
      <main class="inbox" data-open={props.open} data-picking={picked.size > 0}>
        <h1 class="hidden-text">{t('heading')}</h1>
        <aside class="inbox-views strip">
          <Views
            {...{ counts: props.counts, filter, letterKeys, overdue: props.overdue }}
            {...{ views: finding.views, viewKey: finding.viewKey, brought: finding.brought }}
            {...{ onFilter: steadyCalls.onFilter, onView: steadyCalls.onView }}
            {...{ onSaveView: steadyCalls.onSaveView, onDeleteView: steadyCalls.onDeleteView }}
          />
          <CommandButton name="help" look="button-quiet help-button" />
        </aside>
        <section class="inbox-list" aria-label={t('list')}>
          <Strips {...props} />
          <Filters
            {...{ filter, letterKeys, strategy: props.strategy, onFilter: steadyCalls.onFilter }}
            search={search}
          />
          <ListLine total={props.total} arrived={props.arrived} onShowArrived={steadyCalls.onShowArrived} />
          {rows?.length === 0 ? (
            <EmptyList narrowed={isNarrowed(filter)} {...props} />
          ) : (
            <TopicList
              {...{ rows, filter, picked, total: props.total, more: props.more }}
              strategy={props.strategy}
              selectedId={props.selectedId}
              {...listCalls}
            />
          )}
          {rows === null ? null : <ArchiveList {...props} />}
        </section>
        <TopicSection {...props} detail={detail} desk={desk} panel={panel} />
        {desk.overlay === 'help' ? <HelpDialog letterKeys={letterKeys} onClose={() => desk.close('help')} /> : null}
        {desk.overlay === 'palette' ? (
          <Palette
            {...props}
            {...{ situation, onOpen: goTo, onRun: run, onChoosing: setChoosing }}
            onClose={() => desk.close('palette')}
          />
        ) : null}
        <ActsToast {...props} closesOnEscape={desk.overlay === null} />
        <KeyNote idle={idle} state={current?.state ?? null} />
      </main>
    </CommandsContext.Provider>
  );
}
