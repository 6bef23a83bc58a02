import { ComboboxOption } from '../../combobox-option.tsx';
import { KeyCap } from '../../key-cap.tsx';
import { useFormat, useReader } from '../../language.tsx';
import { StateBadge } from '../../state-badge.tsx';
import type { Strategy } from '../../strategy.ts';
import { departmentName } from '../../tags/goal-text.ts';
import type { FoundTopic } from '../inbox-props.ts';

type MergeOptionProps = {
  id: string;
  at: number;
  hit: FoundTopic;
  strategy: Strategy;
  /** Enter in the field means this one. */
  active: boolean;
  showsKey: boolean;
  onChoose(): void;
};

/** A topic to merge into: what it is, whose, since when and who has it, for titles are alike here. */
export function MergeOption({ id, at, hit, strategy, active, showsKey, onChoose }: MergeOptionProps) {
  const { language } = useReader();
  const format = useFormat();
  const facts = [
    departmentName(hit.departmentId, strategy, language),
    format.date(hit.createdAt),
    ...(hit.lead === null ? [] : [hit.lead.name]),
  ];
  return (
    <ComboboxOption id={id} at={at} selected={active} class="panel-choice merge-option" onChoose={onChoose}>
      {showsKey ? <KeyCap keys={String(at + 1)} /> : null}
      <span class="merge-text">
        <bdi>{hit.title}</bdi>
        <bdi class="small soft">{facts.join(' · ')}</bdi>
      </span>
      <StateBadge state={hit.state} />
      {active ? <KeyCap keys="↵" /> : null}
    </ComboboxOption>
  );
}
