import { ClearanceSection } from '../../../components/clearance/clearance-section.tsx';
import { ClearancesScreen, type ClearancesScreenProps } from '../../../components/clearance/clearances-screen.tsx';
import type { ClearancesToMe } from '../../../desk/clearance-views.ts';
import type { Clearance } from '../../../protocol/clearance.ts';
import { ASKED, BY_RULE, LATE, REFUSED, seen, WITH_CONDITIONS } from '../samples/clearances.ts';
import { STRATEGY } from '../samples/company.ts';
import { inFrame } from './pages.tsx';
import '../../../components/inbox/inbox.css';
import '../../../components/inbox/panels/panels.css';
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

/** As it stands in the pane of its topic. */
const section =
  (clearance: Clearance, isOwnAsking = false) =>
  () =>
    inFrame(
      'inbox',
      <main class="sheet clearances">
        <h1 class="hidden-text">Clipdesk</h1>
        <ClearanceSection found={{ view: seen(clearance, isOwnAsking), mayDrop: isOwnAsking }} onDrop={nothing} />
      </main>,
    );

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
  'section-asked': section(ASKED, true),
  'section-late': section(LATE),
  'section-conditions': section(WITH_CONDITIONS),
  'section-refused': section(REFUSED),
  'section-not-needed': section({ ...ASKED, state: 'not_needed' }),
};
