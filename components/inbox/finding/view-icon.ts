import Bookmark from 'lucide/dist/esm/icons/bookmark.mjs';
import CalendarClock from 'lucide/dist/esm/icons/calendar-clock.mjs';
import CircleQuestionMark from 'lucide/dist/esm/icons/circle-question-mark.mjs';
import Clock from 'lucide/dist/esm/icons/clock.mjs';
import Inbox from 'lucide/dist/esm/icons/inbox.mjs';
import User from 'lucide/dist/esm/icons/user.mjs';
import Users from 'lucide/dist/esm/icons/users.mjs';
import type { BuiltInView } from '../../../desk/built-in-views.ts';
import type { IconShapes } from '../../icon.tsx';
import type { ViewEntry } from './finding-props.ts';

const ICONS: Record<BuiltInView, IconShapes> = {
  incoming: Inbox,
  overdue: Clock,
  questionsDue: CircleQuestionMark,
  heldToday: CalendarClock,
  meeting: Users,
  mine: User,
};

export const viewIcon = (view: ViewEntry): IconShapes => (view.kind === 'builtIn' ? ICONS[view.name] : Bookmark);
