import type { RefObject } from 'preact';
import { VIEW_FILTERS } from '../../desk/built-in-views.ts';
import type { CommandName } from './commands/command-table.ts';
import type { InboxScreenProps } from './inbox-props.ts';
import type { PanelProps } from './panels/panel-props.ts';
import { isPanel, PANELS } from './panels/panel-registry.tsx';
import type { Desk } from './use-desk.ts';
import { usePicking } from './use-picking.ts';

type Places = {
  search: RefObject<HTMLInputElement | null>;
  form: RefObject<HTMLFormElement | null>;
  /** Opens a topic and takes the focus there. */
  goTo(topicId: string): void;
};

/** What each command of the table does. `key` is the one that was pressed, if any. */
export function useRun(
  props: InboxScreenProps,
  desk: Desk,
  panel: PanelProps | null,
  { search, form, goTo }: Places,
  now: number,
) {
  const { selectedId } = props;
  const { staying: rows } = desk;
  const picking = usePicking({ ...props, rows });

  const move = (by: 1 | -1) => {
    const at = rows?.findIndex(({ topic }) => topic.id === selectedId) ?? -1;
    const target = rows?.[at === -1 ? 0 : at + by];
    if (target !== undefined) props.onSelect(target.topic.id);
  };
  const mark = (isRead: boolean) => {
    if (props.picked.size > 0) props.onMarkPickedRead(isRead);
    else if (selectedId !== null) props.onMarkRead([selectedId], isRead);
  };
  const mute = (muted: boolean) => selectedId !== null && props.onMute(selectedId, muted);

  const acts: Record<CommandName, (key: string) => unknown> = {
    next: () => move(1),
    previous: () => move(-1),
    open: () => selectedId !== null && props.onOpen(selectedId),
    close: () => desk.open(null),
    back: () => props.onBack(),
    accept: () => desk.accept(),
    merge: () => desk.open('merge'),
    decline: () => desk.open('decline'),
    hold: () => desk.open('hold'),
    ask: () => desk.open('ask'),
    askClearance: () => desk.open('clearance'),
    startWork: () => desk.startWork(),
    publish: () => desk.open('publish'),
    // Of many at once nobody says what came of each.
    evaluate: () => (props.picked.size > 0 ? desk.decide('evaluated') : desk.open('evaluate')),
    reopen: () => desk.decide('new'),
    assign: () => desk.open('lead'),
    assignMe: () => desk.edit({ leadId: props.meId }),
    editDepartment: () => desk.open('department'),
    editGoal: () => desk.open('goal'),
    editLabels: () => desk.open('labels'),
    editBrief: () => desk.open('brief'),
    giveAssignment: () => desk.open('assignment'),
    editEmbargo: () => desk.open('embargo'),
    editTitle: () => desk.open('title'),
    note: () => desk.open('note'),
    meetingOn: () => desk.edit({ forMeeting: true }),
    meetingOff: () => desk.edit({ forMeeting: false }),
    takeOver: () => selectedId !== null && props.onTakeOver(selectedId),
    undo: () => props.onUndoLast(),
    digit: (key) => {
      if (panel !== null && isPanel(desk.overlay)) PANELS[desk.overlay].onDigit(Number(key), panel, now);
    },
    submit: () => isPanel(desk.overlay) && form.current?.requestSubmit(),
    pick: () => picking.toggle(),
    extendDown: () => picking.extend(1),
    extendUp: () => picking.extend(-1),
    pickAll: () => props.onPickAll(),
    pickNone: () => props.onPickNone(),
    markRead: () => mark(true),
    markUnread: () => mark(false),
    mute: () => mute(true),
    unmute: () => mute(false),
    search: () => search.current?.focus(),
    palette: () => desk.open(desk.overlay === 'palette' ? null : 'palette'),
    help: () => desk.open('help'),
    // The inbox itself, whatever narrowed the list before.
    goInbox: () => props.onFilter(VIEW_FILTERS.incoming),
    goPlan: () => props.onOpenPage('plan'),
    goMine: () => props.onOpenPage('suggestions'),
    goOverdue: () => {
      // Again and again leads from one to the next, and from the last to the first.
      const next = props.overdue[props.overdue.indexOf(selectedId ?? '') + 1] ?? props.overdue[0];
      if (next !== undefined) goTo(next);
    },
    goGoals: () => props.onOpenPage('coverage'),
    goView: (key) => {
      const view = props.finding.views[Number(key.slice(-1)) - 1];
      if (view !== undefined) props.finding.onView(view);
    },
  };
  return { run: (name: CommandName, key = '') => void acts[name](key), box: picking.box };
}
