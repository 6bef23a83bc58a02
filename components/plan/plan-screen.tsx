import '../tokens.css';
import '../base.css';
import './plan.css';
import CalendarDays from 'lucide/dist/esm/icons/calendar-days.mjs';
import ChartColumn from 'lucide/dist/esm/icons/chart-column.mjs';
import Grid from 'lucide/dist/esm/icons/grid-3x3.mjs';
import Target from 'lucide/dist/esm/icons/target.mjs';
import Users from 'lucide/dist/esm/icons/users.mjs';
import { plan as planWords } from '../../locales/words.ts';
import { Icon, type IconShapes } from '../icon.tsx';
import { useWords } from '../language.tsx';
import { NotKept } from '../not-kept.tsx';
import { UndoToast } from '../undo-toast.tsx';
import { useWindowKey } from '../use-window-key.ts';
import { Agenda } from './agenda.tsx';
import { PlanCalendar } from './calendar.tsx';
import { CoverageBoard } from './coverage-board.tsx';
import { DutyRota } from './duty-rota.tsx';
import { FiguresFrame } from './figures-frame.tsx';
import { FlowCharts } from './flow-charts.tsx';
import { GoalsBoard } from './goals-board.tsx';
import { PLAN_TABS, type PlanScreenProps, type PlanTab } from './plan-props.ts';

const ICONS: Record<PlanTab, IconShapes> = {
  calendar: CalendarDays,
  meeting: Users,
  goals: Target,
  coverage: Grid,
  flow: ChartColumn,
};

/** What was accepted on its way: where and when it appears, what the working group decides, what is missing, how work flows. */
export function PlanScreen(props: PlanScreenProps) {
  const { tab, notKept, saved, letterKeys, onTab } = props;
  const t = useWords(planWords);
  useWindowKey((event) => {
    const isChord = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
    if (event.key !== 'z' || !letterKeys || saved === null || isChord || inField(event.target)) return;
    event.preventDefault();
    props.onUndoSave();
  });
  return (
    <main class="plan">
      <h1 class="hidden-text">{t('heading')}</h1>
      <nav class="plan-tabs" aria-label={t('heading')}>
        {PLAN_TABS.map((each) => (
          <button
            key={each}
            type="button"
            class="plan-tab"
            aria-current={each === tab ? 'page' : undefined}
            onClick={() => onTab(each)}
          >
            <Icon shapes={ICONS[each]} />
            {t(each)}
          </button>
        ))}
      </nav>
      {notKept === null ? null : (
        <NotKept {...notKept} text={t('notKept')} onRetry={props.onRetry} onDismiss={props.onDismissNotKept} />
      )}
      {/* Stays while another part is looked at: what was typed into its form is not lost. */}
      <div hidden={tab !== 'calendar'}>
        <PlanCalendar {...props} />
        <DutyRota strategy={props.strategy} absences={props.absences} swap={props.dutySwap} />
      </div>
      <Content {...props} />
      <UndoToast
        text={saved === null ? null : t('saved', { title: saved.title })}
        shortcut={letterKeys ? 'z' : undefined}
        onUndo={props.onUndoSave}
      />
    </main>
  );
}

const inField = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('input, textarea, select');

function Content(props: PlanScreenProps) {
  switch (props.tab) {
    case 'calendar':
      return null;
    case 'meeting':
      return <Agenda {...props} />;
    case 'goals':
      return <GoalsBoard {...props} />;
    case 'coverage':
      return (
        <FiguresFrame {...props.figures} onReload={props.onReload}>
          {(figures) => <CoverageBoard figures={figures} strategy={props.strategy} />}
        </FiguresFrame>
      );
    case 'flow':
      return (
        <FiguresFrame {...props.figures} onReload={props.onReload}>
          {(figures) => <FlowCharts figures={figures} />}
        </FiguresFrame>
      );
  }
}
