import type { JSX } from 'preact';
import type { PictureName } from './guide-steps.ts';
import {
  ClockPicture,
  DecidePicture,
  GapPicture,
  ListPicture,
  OverduePicture,
  PlanPicture,
  QuestionPicture,
} from './pictures-desk.tsx';
import { FilePicture, GoalPicture, HistoryPicture, RolesPicture, WhoPicture } from './pictures-strategy.tsx';
import { ClearancePicture, PopupPicture, SavedPicture, TagsPicture, TimelinePicture } from './pictures-suggest.tsx';

const PICTURES: Record<PictureName, (props: { keys: string }) => JSX.Element | null> = {
  popup: PopupPicture,
  tags: TagsPicture,
  saved: SavedPicture,
  clearance: ClearancePicture,
  gap: GapPicture,
  timeline: TimelinePicture,
  question: QuestionPicture,
  who: WhoPicture,
  list: ListPicture,
  decide: DecidePicture,
  plan: PlanPicture,
  goal: GoalPicture,
  clock: ClockPicture,
  overdue: OverduePicture,
  history: HistoryPicture,
  roles: RolesPicture,
  file: FilePicture,
};

/** A picture of a step: real components that cannot be pressed, and that say nothing which the text beside them does not. */
export function GuidePicture({ name, keys }: { name: PictureName; keys: string }) {
  const Shown = PICTURES[name];
  return (
    <div class="guide-picture" inert aria-hidden="true">
      <Shown keys={keys} />
    </div>
  );
}
