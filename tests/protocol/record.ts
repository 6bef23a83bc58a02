/**
 * What a device of today's protocol sends and receives, once each. Written to `recorded/` when a version is released,
 * and from then on never changed: `CLIPDESK_TEST_RECORD=1 npx vitest run tests/protocol/recorded`.
 */
import { EVERYTHING } from '../../protocol/topic-filter.ts';
import { PROTOCOL_VERSION } from '../../protocol/version.ts';
import { keepSharing } from '../../server/sharing-clock.ts';
import { applyStrategy } from '../../server/strategy/apply.ts';
import { readStrategy } from '../../server/strategy/read.ts';
import { askFor, give, sampleAsk, sampleVerdict } from '../server/clearance-samples.ts';
import { openTestQueue, STRATEGY, type TestDevice } from '../server/queue.ts';
import {
  answer,
  ask,
  decide,
  fillBrief,
  sampleClip,
  sampleDecision,
  sampleQuestion,
  saveClip,
  takeBack,
} from '../server/samples.ts';

export type Recording = {
  protocol: number;
  /** Pushes in their order, by whom. */
  pushes: { who: 'hanna' | 'mara'; request: { mutations: { action: { name: string } }[] }; response: object }[];
  pull: { request: object; response: { changes: { kind: string }[] } };
  join: object;
  similar: object;
  claim: object;
};

/** Everything that a strategy can send to devices. */
const MORE = `desk: { timeZone: Europe/Berlin }
channels:
  intranet: { name: Intranet, kind: intranet }
siteProfiles:
  intranet: { name: Intranet, hosts: [intranet.nordwerk.example] }
`;
const RULE = `  houserules: { title: Spielregeln, level: internal, hosts: [projekte.nordwerk.example], acknowledge: true }\n`;

export async function openRecordedQueue() {
  const queue = await openTestQueue();
  await applyStrategy(queue.store, readStrategy(STRATEGY.replace('rules:\n', `rules:\n${RULE}`) + MORE));
  return { queue, hanna: await queue.join('hanna'), mara: await queue.join('mara') };
}

export async function record(): Promise<Recording> {
  const { queue, hanna, mara } = await openRecordedQueue();
  const id = (): string => crypto.randomUUID();
  const picture = {
    hash: 'a'.repeat(64),
    type: 'image/webp' as const,
    width: 9,
    height: 9,
    bytes: 9,
    alt: 'Werkstatt',
  };
  const [a, b, c] = [0, 1, 2].map(() => sampleClip({ picture, quote: 'Ein Zitat' })) as [Clip, Clip, Clip];
  const accepted = sampleDecision(a.id);
  const asked = [sampleQuestion(b.id), sampleQuestion(b.id)] as const;
  const notes = [0, 1].map((at) => ({ id: id(), topicId: a.id, text: `Notiz ${at}` }));
  const views = [0, 1].map(() => ({ id: id(), name: 'Liste', filter: EVERYTHING, shared: true }));
  const wish = sampleAsk(b.id);
  const publication = {
    id: id(),
    topicId: a.id,
    channelId: 'intranet',
    state: 'planned',
    dueAt: 1_795_338_000_000,
    publishedAt: null,
    address: null,
  };
  const published = {
    ...{ ...publication, id: id(), state: 'published', address: 'https://www.nordwerk.example/neu', ownerId: 'mara' },
    ...{
      embargoUntil: 1_795_338_000,
      audienceIds: ['school-leavers'],
      shareable: true,
      networks: ['linkedin', 'copy'],
    },
    shareTexts: { linkedin: 'Wir bilden aus!', copy: 'Neu bei uns' },
  };
  const results = [0, 1].map((at) => ({
    ...{
      id: id(),
      goalId: 'apprentices',
      topicId: a.id,
      publicationId: published.id,
      value: 12.5,
      unit: 'Bewerbungen',
    },
    ...{ measuredAt: 1_795_338_000 + at, source: 'manual', lesson: 'Früher anfangen.' },
  }));
  const gone = id();
  const assignment = {
    name: 'askAssignment',
    assignment: {
      ...{ id: id(), topicId: a.id, toId: 'hanna', role: 'expert', deliverable: 'Zwei Zitate' },
      ...{ dueAt: 1_795_338_000_000, minutesPlanned: 30 },
    },
  };
  const move = {
    name: 'moveAssignment',
    move: { assignmentId: assignment.assignment.id, to: 'refused', reason: 'Im Urlaub', minutesSpent: null },
  };
  const absence = { name: 'saveAbsence', absence: { id: id(), from: '2026-12-21', to: '2027-01-08' } };
  const budget = { name: 'saveTimeBudget', budget: { personId: 'mara', monday: null, minutes: 360 } };
  const steps: [Recording['pushes'][number]['who'], object[]][] = [
    ['hanna', [...[a, b, c].map(saveClip), { name: 'editClip', clipId: a.id, changes: { note: 'Nachtrag' } }]],
    ['hanna', [{ name: 'withdrawClip', clipId: c.id }, { name: 'noop' }]],
    ['mara', [{ name: 'acknowledgeRule', ruleId: 'houserules', version: 1 }]],
    [
      'mara',
      [
        fillBrief(a.id),
        decide(accepted),
        decide(sampleDecision(a.id, { after: accepted.id, to: 'in_work' })),
        ask(asked[0]),
      ],
    ],
    ['mara', [{ name: 'editTopic', topicId: a.id, changes: { title: 'Neu', labels: ['Messe'], forMeeting: true } }]],
    ['mara', notes.map((note) => ({ name: 'addNote', note }))],
    [
      'mara',
      [
        { name: 'withdrawNote', topicId: a.id, noteId: notes[1]?.id },
        { name: 'savePublication', publication },
      ],
    ],
    ['mara', [...views.map((view) => ({ name: 'saveView', view })), { name: 'deleteView', viewId: views[1]?.id }]],
    ['mara', [{ name: 'rejectSimilar', topicId: a.id, otherId: b.id, rejected: true }]],
    ['mara', [{ name: 'savePublication', publication: published }]],
    ['mara', results.map((result) => ({ name: 'saveResult', result }))],
    [
      'mara',
      [
        { name: 'withdrawResult', resultId: results[1]?.id },
        { name: 'agreeToThanks', agreed: true },
      ],
    ],
    ['hanna', [{ name: 'countShare', publicationId: published.id, network: 'linkedin' }]],
    ['hanna', [{ name: 'agreeToThanks', agreed: true }]],
    ['mara', [assignment, absence, { ...absence, absence: { ...absence.absence, id: gone } }, budget]],
    ['mara', [{ name: 'deleteAbsence', absenceId: gone }]],
    ['hanna', [move]],
    ['mara', [askFor(wish), give(sampleVerdict(b.id, { after: wish.id, to: 'not_needed' }))]],
    ['hanna', [answer(asked[0].id, 'Ja.')]],
    ['mara', [ask(asked[1]), takeBack(asked[1].id)]],
  ];
  const pushes: Recording['pushes'] = [];
  for (const [who, actions] of steps) pushes.push(await pushed(who, who === 'hanna' ? hanna : mara, actions));
  queue.time.now += 86_400_000;
  await keepSharing(queue.store, queue.time.now);
  const claim = { take: true };
  await mara.send('PUT', `/v1/topics/${a.id}/claim`, claim);
  return {
    protocol: PROTOCOL_VERSION,
    pushes,
    pull: { request: { protocol: PROTOCOL_VERSION, cursor: null, limit: 500 }, response: await mara.pull() },
    join: { code: '2345-6789-ABCD-EFGH', nonce: id(), name: 'Hanna', device: 'Firefox' },
    similar: { protocol: PROTOCOL_VERSION, title: a.title, excerpt: a.excerpt, address: a.address },
    claim,
  };
}

type Clip = ReturnType<typeof sampleClip>;

async function pushed(who: 'hanna' | 'mara', device: TestDevice, actions: object[]) {
  const request = device.pushRequest(actions.map((action) => device.mutation(action as { name: string })));
  const response = await (await device.post(request)).json();
  if (response.refused?.length !== 0) throw new Error(JSON.stringify(response));
  return { who, request: request as unknown as Recording['pushes'][number]['request'], response };
}
