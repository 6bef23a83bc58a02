import { AskClearancePanel } from '../../../components/clearance/ask-clearance-panel.tsx';
import { ClearanceSection } from '../../../components/clearance/clearance-section.tsx';
import { ClearancesScreen, type ClearancesScreenProps } from '../../../components/clearance/clearances-screen.tsx';
import type { ClearancesToMe } from '../../../desk/clearance-views.ts';
import { ASKED, BY_RULE, LATE, REFUSED, seen, WITH_CONDITIONS } from '../samples/clearances.ts';
import { STRATEGY } from '../samples/company.ts';
import { inFrame } from './pages.tsx';
import '../../../components/inbox/inbox.css';
import '../../../components/inbox/topic.css';

const nothing = () => {};
const NONE: ClearancesToMe = { open: [], overdue: [], earlier: [], parked: [] };

const show =
  (found: Partial<ClearancesToMe> | null, change: Partial<ClearancesScreenProps> = {}) =>
  () =>
    inFrame(
      'clearances',
      <ClearancesScreen
        found={found === null ? null : { ...NONE, ...found }}
        timeZone={STRATEGY.rules.timeZone}
        letterKeys
        last={null}
        failed={null}
        onDecide={nothing}
        onTakeBack={nothing}
        onAfterAll={nothing}
        onLeave={nothing}
        {...change}
      />,
      { clearances: found?.open?.length ?? 0 },
    );

const OPEN = [seen(BY_RULE), seen(ASKED)];
const SAID = { topicId: WITH_CONDITIONS.topicId, title: WITH_CONDITIONS.topicTitle, to: 'cleared' } as const;
const WANTED = { to: 'cleared', conditions: null, embargoUntil: null, note: null } as const;

export const CLEARANCES = {
  open: show({ open: OPEN, earlier: [seen(WITH_CONDITIONS, true), seen(REFUSED)] }, { last: SAID }),
  conditions: show({ open: OPEN }, { initialOpen: 'cleared_with_conditions' }),
  refuse: show({ open: OPEN }, { initialOpen: 'refused', letterKeys: false }),
  overdue: show({ overdue: [seen(LATE)] }),
  late: show(
    { open: [seen(ASKED)], parked: [{ entryId: 'e', wanted: WANTED, clearance: REFUSED }] },
    { failed: 'changed' },
  ),
  empty: show({}),
  loading: show(null),
  section: () =>
    inFrame(
      'inbox',
      <main class="sheet clearances">
        <h1 class="hidden-text">Clipdesk</h1>
        {[ASKED, BY_RULE, LATE, WITH_CONDITIONS, REFUSED].map((clearance, at) => (
          // Each is the only one of its page.
          <article key={clearance.topicId} aria-label={`${clearance.topicTitle} ${at}`}>
            <ClearanceSection
              found={{ view: seen(clearance, at === 0), mayAsk: true, mayDrop: at === 0 }}
              onDrop={nothing}
            />
          </article>
        ))}
      </main>,
    ),
  ask: () =>
    inFrame(
      'inbox',
      <main class="inbox-topic" style={{ blockSize: '100%', display: 'grid', gridTemplateRows: '1fr auto' }}>
        <h1 class="hidden-text">Clipdesk</h1>
        <h2 class="hidden-text">Thema</h2>
        <footer class="decision">
          <AskClearancePanel
            form={{ current: null }}
            timeZone={STRATEGY.rules.timeZone}
            onAsk={nothing}
            onClose={nothing}
          />
        </footer>
      </main>,
    ),
};
