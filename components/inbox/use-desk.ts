import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { AssignmentWish } from '../../desk/assignment-views.ts';
import { missingInBrief } from '../../desk/brief.ts';
import { lastDecisionId } from '../../desk/decisions.ts';
import { effortOf, type Offer, offerOf } from '../../desk/load.ts';
import { offeredFrom } from '../../desk/states.ts';
import type { TypedWords } from '../../desk/typed-words.ts';
import { STATES, type State, type Topic, type TopicChanges } from '../../protocol/topic.ts';
import type { InboxScreenProps, Overlay, PanelName } from './inbox-props.ts';
import { type Leaving, leave, nextTopic, stayingRows } from './next-topic.ts';
import { type Meanwhile, meanwhileOn } from './panels/meanwhile.ts';
import { type DecisionDetails, NO_DRAFT, type PanelDraft, PICKED, type Target } from './panels/panel-props.ts';
import { isPanel, PANELS } from './panels/panel-registry.tsx';
import { typedIn } from './typed.ts';

/** What a decision is about now; null when there is nothing to decide on. */
function targetOf({ picked, filter }: InboxScreenProps, current: Topic | null): Target | null {
  if (picked.size > 0) {
    // Whoever picks from all states hears afterwards which topics could not be moved.
    const states = filter.states.length === 0 ? STATES : filter.states;
    const allows = STATES.filter((to) => states.some((state) => offeredFrom(state).includes(to)));
    return { key: PICKED, topic: null, ids: picked, count: picked.size, allows };
  }
  if (current === null) return null;
  return { key: current.id, topic: current, ids: new Set([current.id]), count: 1, allows: offeredFrom(current.state) };
}

/** What taking on what is at hand would mean for this week. */
export function offerFor({ load, strategy, rows, picked }: InboxScreenProps, target: Target | null): Offer | null {
  if (target === null) return null;
  const { rules } = strategy;
  const known = target.topic === null ? (rows ?? []).map(({ topic }) => topic) : [target.topic];
  const meant = target.topic === null ? known.filter(({ id }) => picked.has(id)) : known;
  return offerOf(
    load,
    meant.reduce((sum, topic) => sum + effortOf(topic, rules), 0),
  );
}

/** `under`: the panel that stands beneath a dialog and is there again once that closes. */
type Opened = {
  overlay: Overlay;
  key: string | null;
  under: PanelName | null;
  /** The last decision on the topic that was seen by whoever writes here. */
  seen: string | null;
  /** A colleague's decision is to be taken back for the one of this panel. */
  replaces: boolean;
};

const back = (now: Opened | null): Opened | null =>
  now === null || now.under === null ? null : { ...now, overlay: now.under, under: null };

const seenOn = (target: Target | null): string | null => (target?.topic == null ? null : lastDecisionId(target.topic));

/**
 * What an editor is doing with what is at hand: what stands open, what was typed, and the decisions. A
 * panel and a draft belong to one target; another one never inherits them.
 */
export function useDesk(props: InboxScreenProps, current: Topic | null) {
  const { rows, initialOverlay } = props;
  const target = targetOf(props, current);
  const key = target?.key ?? null;
  const [opened, setOpened] = useState<Opened | null>(
    initialOverlay === undefined
      ? null
      : { overlay: initialOverlay, key, under: null, seen: seenOn(target), replaces: false },
  );
  const [drafts, setDrafts] = useState<ReadonlyMap<string, PanelDraft>>(new Map());
  const leaving = useRef<Leaving>(new Map());
  /** What drafts are about, by their keys: it may be gone when its words are asked for. */
  const written = useRef(new Map<string, Topic>());
  const overlay = opened !== null && (!isPanel(opened.overlay) || opened.key === key) ? opened.overlay : null;
  const panel = isPanel(overlay) ? overlay : opened?.key === key ? (opened?.under ?? null) : null;

  // What could not be kept is to be reached again.
  for (const { topicId } of props.notKept) leaving.current.delete(topicId);

  const meanwhile: Meanwhile | null =
    panel === null || opened === null || target === null ? null : meanwhileOn(panel, target, opened.seen, props.meId);

  // Where list and topic take turns, a panel goes with its topic: keys mean the list that is seen.
  const wasOpen = useRef(props.open);
  useLayoutEffect(() => {
    if (wasOpen.current && !props.open) setOpened((now) => (isPanel(now?.overlay ?? null) ? null : now));
    wasOpen.current = props.open;
  }, [props.open]);

  const setDraft = (draft: PanelDraft | null) => {
    if (key === null) return;
    const of = target?.topic ?? rows?.find(({ topic }) => props.picked.has(topic.id))?.topic;
    if (of !== undefined) written.current.set(key, of);
    const others = new Map(drafts);
    if (draft === null) others.delete(key);
    else others.set(key, draft);
    setDrafts(others);
  };

  /** The list goes on where it was: to the row after what was decided. */
  const advance = (into: string | null = null) => {
    if (rows === null) return;
    const goes = (id: string) => (key === PICKED ? props.picked.has(id) && id !== into : id === key);
    const gone = rows.filter(({ topic }) => goes(topic.id));
    for (const { topic } of gone) leave(leaving.current, topic);
    const stays = key === PICKED && props.selectedId !== null && !props.picked.has(props.selectedId);
    if (!stays) props.onSelect(nextTopic(rows, props.selectedId, leaving.current));
  };

  const decide = (
    to: State,
    { reason, sentence, holdUntil, holdReason, into, changes }: DecisionDetails,
    replaces: boolean,
  ) => {
    if (target === null || !(replaces || target.allows.includes(to))) return;
    setOpened(null);
    setDraft(null);
    const decision = {
      to,
      reason: reason ?? null,
      sentence: sentence ?? null,
      holdUntil: holdUntil ?? null,
      holdReason: holdReason ?? null,
      into: into ?? null,
      ...(changes === undefined ? {} : { changes }),
    };
    if (target.topic === null) props.onDecidePicked(decision);
    else props.onDecide({ topicId: target.topic.id, ...decision, ...(replaces ? { replaces } : {}) });
    advance(decision.into);
  };

  return {
    target,
    /** Where keys lead: what was decided on just now is passed over while it still stands there. */
    staying: rows === null ? null : stayingRows(rows, props.selectedId, leaving.current),
    overlay,
    /** What somebody else decided while the panel stood open. */
    meanwhile,
    /** The panel that stands open, be it beneath a dialog. */
    panel,
    draft: drafts.get(key ?? '') ?? NO_DRAFT,
    /** All that was typed and not sent; of what was picked, about the first of it. */
    typed: (): TypedWords[] =>
      [...drafts].flatMap(([of, draft]) => {
        const topic = written.current.get(of);
        return topic === undefined ? [] : typedIn(topic, draft);
      }),
    setDraft,

    open(wanted: Overlay | null) {
      if (wanted !== null && isPanel(wanted) && (target === null || !PANELS[wanted].opens(target))) return;
      if (wanted === null) setOpened(back);
      else if (isPanel(wanted)) {
        // In a narrow window it stands with its topic, which may not be in sight.
        if (target?.topic != null && !props.open) props.onOpen(target.topic.id);
        const begun = key === null ? undefined : drafts.get(key);
        if (begun !== undefined) setDraft(PANELS[wanted].anew?.(begun) ?? begun);
        setOpened({ overlay: wanted, key, under: null, seen: seenOn(target), replaces: false });
      } else
        setOpened({
          overlay: wanted,
          key,
          under: panel,
          seen: panel === null ? null : (opened?.seen ?? null),
          replaces: panel !== null && opened?.replaces === true,
        });
    },

    /** Closes it if it is still the one that stands open: a dialog tells late that it was closed. */
    close(overlay: Overlay) {
      setOpened((now) => (now?.overlay === overlay ? back(now) : now));
    },

    /** A question about what is at hand is on its way: the list goes on. */
    asked() {
      setOpened(null);
      advance();
    },

    published() {
      setOpened(null);
      setDraft(null);
      advance();
    },

    /** Decides on what is at hand and moves on to the next one of the list, or back from the last. */
    decide(to: State, details: DecisionDetails = {}) {
      decide(to, details, false);
    },

    /** The same from the panel, in which nothing is decided over what a colleague said before that was chosen. */
    decideInPanel(to: State, details: DecisionDetails = {}) {
      if (meanwhile?.mustChoose !== true) decide(to, details, opened?.replaces === true);
    },

    /** What somebody else decided is known, and the panel goes on all the same. */
    goOn() {
      if (opened !== null) setOpened({ ...opened, seen: seenOn(target), replaces: meanwhile?.way === 'replace' });
    },

    /** [TB4] Accepts; where that is more than there is time for, a second key is asked for. */
    accept() {
      if (offerFor(props, target)?.isOver === true) this.open('overload');
      else this.decide('accepted');
    },

    /** Somebody is asked to contribute; the topic stays where it is. */
    give(wish: AssignmentWish) {
      setOpened(null);
      setDraft({ ...(drafts.get(key ?? '') ?? NO_DRAFT), assignment: NO_DRAFT.assignment });
      props.onGiveAssignment(wish);
    },

    /** [BR1] Work begins; where something is missing, that is asked for first. */
    startWork() {
      const topic = target?.topic ?? null;
      const goal = props.strategy.goals.find(({ id }) => id === topic?.goalId) ?? null;
      if (topic !== null && missingInBrief(topic, goal).length > 0) this.open('startWork');
      else this.decide('in_work');
    },

    /** Changes the topic that is shown; it stays where it is. */
    edit(changes: TopicChanges) {
      setOpened(null);
      setDraft({ ...(drafts.get(key ?? '') ?? NO_DRAFT), brief: {} });
      if (target?.topic != null) props.onEditTopic(target.topic.id, changes);
    },

    note(text: string) {
      setOpened(null);
      setDraft({ ...(drafts.get(key ?? '') ?? NO_DRAFT), note: '' });
      if (target?.topic != null) props.onAddNote(target.topic.id, text);
    },
  };
}

export type Desk = ReturnType<typeof useDesk>;
