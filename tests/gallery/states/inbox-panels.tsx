/** Panels and dialogs over the inbox. */
import { AskClearancePanel } from '../../../components/clearance/ask-clearance-panel.tsx';
import { ClearanceSection } from '../../../components/clearance/clearance-section.tsx';
import { PublishPanel } from '../../../components/inbox/panels/publish-panel.tsx';
import { EvaluatePanel } from '../../../components/results/evaluate-panel.tsx';
import { markOf } from '../../../desk/clearances.ts';
import { WEEKS } from '../samples/assignments.ts';
import { BY_RULE, REFUSED, seen, WITH_CONDITIONS } from '../samples/clearances.ts';
import { HARBOUR, WIND } from '../samples/clips.ts';
import { PEOPLE, STRATEGY } from '../samples/company.ts';
import {
  ACCEPTED,
  BIKES,
  BRIEFED,
  detail,
  HARBOUR_DETAIL,
  IN_WORK,
  NOTED,
  NOTES,
  PLANNED,
  PUBLISHED,
  picked,
  ROWS,
  SHIFT,
} from '../samples/desk.ts';
import { PICTURES } from '../samples/pictures.ts';
import { topicOf } from '../samples/topics.ts';
import { panel } from './inbox-screen.tsx';

const nothing = () => {};

export const INBOX_PANELS = {
  decline: panel('decline'),
  hold: panel('hold'),
  'decline-dropped': panel('decline', { topic: detail(ACCEPTED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  publish: panel('publish', { topic: detail(IN_WORK, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  'publish-no-channels': panel('publish', {
    topic: detail(IN_WORK, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]),
    renderPublish: (place) => (
      <PublishPanel
        {...place}
        clearance={null}
        embargoUntil={null}
        channels={[]}
        timeZone={STRATEGY.rules.timeZone}
        planned={[]}
        onPublish={nothing}
      />
    ),
  }),
  'ask-clearance-again': panel('clearance', {
    renderAskClearance: (place) => (
      <AskClearancePanel {...place} rules={STRATEGY.rules} standing={WITH_CONDITIONS} onAsk={nothing} />
    ),
  }),
  'ask-clearance-refused': panel('clearance', {
    renderAskClearance: (place) => (
      <AskClearancePanel {...place} rules={STRATEGY.rules} standing={REFUSED} onAsk={nothing} />
    ),
  }),
  'ask-clearance': panel('clearance', {
    renderAskClearance: (place) => (
      <AskClearancePanel {...place} rules={STRATEGY.rules} standing={null} onAsk={nothing} />
    ),
  }),
  'publish-closed': panel('publish', {
    topic: detail({ ...IN_WORK, clearance: markOf(BY_RULE) }, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]),
    renderClearance: () => <ClearanceSection found={{ view: seen(BY_RULE), mayDrop: false }} onDrop={nothing} />,
    renderPublish: (place) => (
      <PublishPanel
        {...place}
        clearance={markOf(BY_RULE)}
        embargoUntil={null}
        channels={STRATEGY.channels}
        timeZone={STRATEGY.rules.timeZone}
        planned={PLANNED}
        onPublish={nothing}
      />
    ),
  }),
  'publish-refused': panel('publish', {
    topic: detail({ ...IN_WORK, clearance: markOf(REFUSED) }, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]),
    renderPublish: (place) => (
      <PublishPanel
        {...place}
        clearance={markOf(REFUSED)}
        clearanceSteps={REFUSED.steps}
        embargoUntil={null}
        channels={STRATEGY.channels}
        timeZone={STRATEGY.rules.timeZone}
        planned={PLANNED}
        onPublish={nothing}
      />
    ),
  }),
  evaluate: panel('evaluate', { topic: detail(PUBLISHED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  'evaluate-not-measurable': panel('evaluate', {
    topic: detail(PUBLISHED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]),
    renderEvaluate: (place) => (
      <EvaluatePanel {...place} goal={null} strategy={STRATEGY} appeared={[]} onEvaluate={nothing} />
    ),
  }),
  assign: panel('lead'),
  department: panel('department'),
  goal: panel('goal'),
  labels: panel('labels', { topic: detail(NOTED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  title: panel('title'),
  brief: panel('brief', { topic: detail(BRIEFED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  'start-work': panel('startWork', { topic: detail(ACCEPTED, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]) }),
  'start-work-all': panel('startWork', {
    topic: detail({ ...ACCEPTED, goalId: null, lead: null }, [[HARBOUR, PEOPLE.mira, PICTURES.harbour]]),
  }),
  assignment: panel('assignment'),
  overload: panel('overload', { load: WEEKS }),
  'overload-nowhere': panel('overload', { load: WEEKS.slice(0, 2) }),
  note: panel('note', { notes: NOTES }),
  help: panel('help'),
  palette: panel('palette', { recent: ['hold', 'view:accepted'] }),
  'picked-decline': panel('decline', { picked: picked(...ROWS.slice(1, 4)), total: 412, more: true }),
  'picked-hold': panel('hold', { picked: picked(...ROWS.slice(1, 4)), total: 412 }),
  merge: panel('merge', { topic: { ...HARBOUR_DETAIL, alike: [topicOf(WIND), topicOf(SHIFT), topicOf(BIKES)] } }),
  'merge-nothing-alike': panel('merge'),
  'picked-merge': panel('merge', { picked: picked(...ROWS.slice(1, 4)) }),
};
