import { useRef } from 'preact/hooks';
import type { InboxScreenProps } from './inbox-props.ts';
import { moveStretch } from './picking.ts';

type Given = Pick<InboxScreenProps, 'rows' | 'selectedId' | 'picked' | 'onPick' | 'onSelect'>;

/** Picks topics one by one, by stretches with Shift, and by their boxes. */
export function usePicking({ rows, selectedId, picked, onPick, onSelect }: Given) {
  /** Where the stretch began that reaches to the topic at hand; another move begins a new one. */
  const stretch = useRef<{ anchor: string; end: string } | null>(null);
  const ids = rows?.map(({ topic }) => topic.id) ?? [];
  const at = ids.indexOf(selectedId ?? '');

  const stretchTo = (to: number) => {
    const end = ids[to];
    const here = ids[at];
    if (end === undefined || here === undefined) return;
    const begun = stretch.current?.end === here ? ids.indexOf(stretch.current.anchor) : -1;
    const anchor = begun === -1 ? at : begun;
    for (const change of moveStretch(ids, anchor, at, to)) onPick(change.ids, change.isPicked);
    stretch.current = { anchor: ids[anchor] ?? here, end };
    onSelect(end);
  };

  return {
    toggle() {
      if (selectedId !== null) onPick([selectedId], !picked.has(selectedId));
    },
    extend: (by: 1 | -1) => stretchTo(at + by),
    box(topicId: string, isPicked: boolean, withShift: boolean) {
      if (withShift && at !== -1) stretchTo(ids.indexOf(topicId));
      else onPick([topicId], isPicked);
    },
  };
}
