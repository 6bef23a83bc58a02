/** A run of many acts on several devices, then a quiet end in which everything can arrive. */

import { isOpenAssignment } from '../../desk/assignments.ts';
import { canTakeIn } from '../../desk/merging.ts';
import { isOpenQuestion } from '../../desk/questions.ts';
import { mayDecide } from '../../desk/roles.ts';
import { isEditable, TRANSITIONS } from '../../desk/states.ts';
import type { State } from '../../protocol/topic.ts';
import { EVERYTHING } from '../../protocol/topic-filter.ts';
import { absences, deleteAbsence, saveAbsence } from '../../storage/absences.ts';
import { answerQuestion, questionsToMe } from '../../storage/answer-question.ts';
import { askQuestion, withdrawQuestion } from '../../storage/ask-question.ts';
import { askAssignment, moveAssignment, myAssignments, topicAssignments } from '../../storage/assignments.ts';
import { clipsOf } from '../../storage/clips.ts';
import type { AccountDatabase } from '../../storage/database.ts';
import { decide, undoDecision } from '../../storage/decide.ts';
import { decideMany, type MadeDecision, seenAs, undoMany } from '../../storage/decide-many.ts';
import { addPicture, editClip, withdrawClip } from '../../storage/edit-clip.ts';
import { addNote, editTopic } from '../../storage/edit-topic.ts';
import { inboxTopics } from '../../storage/inbox.ts';
import { saveTimeBudget } from '../../storage/load.ts';
import { readMeta } from '../../storage/meta.ts';
import { mySuggestions } from '../../storage/my-suggestions.ts';
import { discardParked, retryParked } from '../../storage/parked.ts';
import { asStorageError } from '../../storage/problems.ts';
import { saveClip } from '../../storage/save-clip.ts';
import type { TopicPage } from '../../storage/views.ts';
import { draft, newClip, picture } from '../storage/device.ts';
import { copyDevice } from './copy-device.ts';
import type { Fault } from './network.ts';
import { createRandom } from './random.ts';
import { createDevice, type Device } from './simulated-device.ts';
import { openSimulatedQueue } from './simulated-queue.ts';

const PAGES = ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'].map((name) => `https://intranet.example/${name}`);
/** What somebody does next, each as often as it stands here. */
const OWN_ACTS = ['save', 'save', 'save', 'save', 'edit', 'edit', 'withdraw', 'parked'] as const;
const DESK_ACTS = [
  'save',
  'save',
  'edit',
  'withdraw',
  'decide',
  'decide',
  'decide',
  'merge',
  'merge',
  'talk',
  'talk',
  'talk',
  'work',
  'work',
  'parked',
] as const;
const PEOPLE = ['hanna', 'jonas', 'mara', 'timo'];
const ROLES = ['submitter', 'editor', 'editor, duty', 'lead'];
const GOALS: Partial<Record<State, { reason: 'thin' | null; sentence: string | null }>> = {
  declined: { reason: 'thin', sentence: 'Dazu fehlt uns noch eine Stimme aus der Abteilung.' },
};

export type Simulation = Awaited<ReturnType<typeof simulate>>;

export async function simulate(
  seed: number,
  { steps, faults: kinds, restores }: { steps: number; faults: readonly Fault[]; restores: boolean },
) {
  const random = createRandom(seed);
  const queue = await openSimulatedQueue();
  // A run asks for a token, sends and fetches: about half of them come through.
  const faults = { probability: 0.2, of: kinds };
  const parts = { queue, random, faults };
  const devices: Device[] = [];
  for (const personId of ['hanna', 'hanna', 'jonas', 'mara', 'timo']) {
    const device = await createDevice(parts, personId);
    await device.signIn();
    devices.push(device);
  }
  /** Clips by id with a note that no other clip has; the names of all acts by the id of their entry. */
  const saves = new Map<string, string>();
  const acts = new Map<string, string>();
  const takenBack = new Set<string>();
  const givenUp = new Set<string>();
  const batches: MadeDecision[][] = [];
  const flights: Promise<void>[] = [];

  for (let step = 0; step < steps; step += 1) {
    // Now and then a weekend passes, and what nobody answered runs out.
    queue.time().now += random.chance(0.04) ? 4 * 86_400_000 : random.below(600_000);
    if (random.chance(0.3)) await queue.keepTime();
    if (restores && step === Math.floor(steps / 3)) queue.makeBackup();
    if (restores && step === Math.floor((steps * 2) / 3)) await restore();
    const device = random.pick(devices);
    const db = device.db();
    if (db !== null && random.chance(0.6)) {
      // Whoever opens a window often sees what came meanwhile.
      if (random.chance(0.3)) await device.run('asked');
      for (let more = random.below(4); more >= 0; more -= 1) await actOf(db, device).catch(expectRefusal);
      await noteActs(db).catch(expectRefusal);
    } else await happen(device);
    if (random.chance(0.3)) await Promise.all(flights.splice(0));
  }
  await Promise.all(flights.splice(0));
  await settle();
  return { queue, devices, freshCopies: await freshCopies(), saves, acts, takenBack, givenUp, parkedIds, close };

  async function noteActs(db: AccountDatabase): Promise<void> {
    for (const { id, action } of await db.outbox.toArray()) acts.set(id, action.name);
  }

  async function actOf(db: AccountDatabase, { clock }: Device): Promise<void> {
    const now = clock();
    const mine = (await mySuggestions(db)).filter(({ topic }) => topic === null || isEditable(topic.state));
    const topics = (await inboxTopics(db, EVERYTHING, { limit: 50, after: null })).topics;
    const parked = await db.parked.toArray();
    const { id, roles } = await readMeta(db, 'person');
    const act = random.pick(mayDecide(roles) ? DESK_ACTS : OWN_ACTS);
    const { open } = await questionsToMe(db, now);
    const asked = (await myAssignments(db)).open;
    if (asked.length > 0 && random.chance(0.4)) await answerTo(db, random.pick(asked).assignment.id, now);
    else if (open.length > 0 && random.chance(0.8)) {
      // What was refused of an earlier answer goes with a new one.
      await noteGivenUp(db, () => answerQuestion(db, random.pick(open).question.id, `Seit ${now}.`, now));
    } else if (act === 'save') {
      const note = `note ${saves.size} of run ${seed};`;
      const departmentId = random.chance(0.9) ? 'hr' : 'gone';
      const withPicture = random.chance(0.3) ? picture() : null;
      const input = newClip({
        draft: draft({ address: random.pick(PAGES) }),
        departmentId,
        note,
        picture: withPicture,
      });
      const { clip, isNew } = await saveClip(db, input, now);
      if (isNew) saves.set(clip.id, note);
    } else if (act === 'edit' && mine.length > 0) {
      const { clip } = random.pick(mine);
      const departmentId = random.pick(['hr', 'it']);
      if (random.chance(0.3)) await addPicture(db, clip.id, picture(), now);
      else await editClip(db, clip.id, { note: `${saves.get(clip.id)} changed`, departmentId }, now);
    } else if (act === 'withdraw' && mine.length > 0) {
      const { clip } = random.pick(mine);
      await noteGivenUp(db, () => withdrawClip(db, clip.id, now));
      takenBack.add(clip.id);
    } else if (act === 'decide' && topics.length > 0) {
      const { topic } = random.pick(topics);
      const way = random.next();
      if (way < 0.3) await decideOnMany(db, topics, now);
      else if (way < 0.5) await undoDecision(db, topic.id, now);
      else {
        const choice = wish(topic.id, topic.state, now);
        if (choice.to === 'in_work' && random.chance(0.8)) await brief(db, topic.id, now);
        await decide(db, choice, now);
      }
    } else if (act === 'merge' && topics.length > 0) await merge(db, topics, now);
    else if (act === 'work' && topics.length > 0) await work(db, topics, id, now);
    else if (act === 'talk' && topics.length > 0) await talk(db, topics, id, now);
    else if (act === 'parked' && parked.length > 0) {
      const { id } = random.pick(parked);
      if (random.chance(0.5)) await retryParked(db, id, { departmentId: 'hr' }, now);
      else {
        await noteGivenUp(db, () => discardParked(db, id));
        if (saves.has(id)) takenBack.add(id);
      }
    }
  }

  /** One topic into another, both wherever they stand: the rules say which can. Or one of those that went comes back. */
  async function merge(db: AccountDatabase, topics: TopicPage['topics'], now: number): Promise<void> {
    const away = topics.filter(({ topic }) => topic.state === 'merged');
    if (away.length > 0 && random.chance(0.4)) {
      await decide(db, wish(random.pick(away).topic.id, 'merged', now), now);
      return;
    }
    const from = random.pick(topics).topic;
    const others = topics.filter(({ topic }) => canTakeIn(topic, from.id));
    const into = random.pick(others.length > 0 ? others : topics).topic;
    await decide(
      db,
      { topicId: from.id, to: 'merged', into: into.id, reason: null, sentence: null, holdUntil: null },
      now,
    );
  }

  /** What work on a topic needs [BR1], in one change or in two that others may come between. */
  async function brief(db: AccountDatabase, topicId: string, now: number): Promise<void> {
    await editTopic(db, topicId, { goalId: 'apprentices', brief: { effort: random.pick(['S', 'M', 'L']) } }, now);
    await editTopic(db, topicId, { brief: { competition: `Stand ${now}` } }, now);
  }

  /** Somebody is asked to contribute, or that is called off; or one says when one is away, or how much time one has. */
  async function work(db: AccountDatabase, topics: TopicPage['topics'], personId: string, now: number): Promise<void> {
    const { topic } = random.pick(topics);
    const seen = (await topicAssignments(db, topic.id)).filter(({ assignment }) => isOpenAssignment(assignment));
    const way = random.next();
    if (way < 0.5) {
      const wish = { topicId: topic.id, toId: random.pick(PEOPLE), role: random.pick(['contact', 'expert'] as const) };
      await askAssignment(db, { ...wish, deliverable: 'Zwei Zitate', dueAt: now, minutesPlanned: 30 }, now);
    } else if (way < 0.7 && seen.length > 0) {
      const { id } = random.pick(seen).assignment;
      await moveAssignment(db, { assignmentId: id, to: 'cancelled', reason: null, minutesSpent: null }, now);
    } else if (way < 0.85) {
      const day = (at: number) => new Date(at).toISOString().slice(0, 10);
      const own = (await absences(db)).filter(({ person }) => person.id === personId);
      if (own.length > 1) await deleteAbsence(db, random.pick(own).id, now);
      else await saveAbsence(db, { id: crypto.randomUUID(), from: day(now), to: day(now + 86_400_000) }, now);
    } else await saveTimeBudget(db, { personId, monday: null, minutes: random.pick([null, 60, 300]) }, now);
  }

  async function answerTo(db: AccountDatabase, assignmentId: string, now: number): Promise<void> {
    const to = random.pick(['confirmed', 'refused', 'delivered'] as const);
    await moveAssignment(db, { assignmentId, to, reason: 'Keine Zeit', minutesSpent: 20 }, now);
  }

  /** What the desk says and asks about a topic: mostly whoever suggested it. */
  async function talk(db: AccountDatabase, topics: TopicPage['topics'], personId: string, now: number): Promise<void> {
    const topicId = random.pick(topics).topic.id;
    const undecided = topics.filter(({ topic }) => isEditable(topic.state));
    const way = random.next();
    if (way < 0.65) {
      const topicId = random.pick(undecided.length > 0 ? undecided : topics).topic.id;
      const clips = await clipsOf(db, [topicId]);
      const suggesters = clips.map(({ submitter }) => submitter.id).filter((id) => id !== personId);
      const toId = random.pick([...suggesters, ...suggesters, ...PEOPLE]);
      await askQuestion(db, { topicId, toId, form: 'text', text: 'Seit wann?', options: [] }, now);
    } else if (way < 0.8) {
      const held = (await db.questions.toArray()).filter(isOpenQuestion).map(({ id }) => id);
      const asked = (await db.outbox.toArray()).flatMap(({ id, action }) =>
        action.name === 'askQuestion' ? [id] : [],
      );
      const questions = [...held, ...asked];
      if (questions.length > 0) await withdrawQuestion(db, random.pick(questions), now);
    } else if (way < 0.92) await addNote(db, topicId, `Notiz ${now}`, now);
    else await editTopic(db, topicId, { labels: [random.pick(['Messe', 'Ausbildung'])] }, now);
  }

  /** The same decision on all that stand where one of them stands; sometimes taken back as a whole, at once or later. */
  async function decideOnMany(db: AccountDatabase, topics: TopicPage['topics'], now: number): Promise<void> {
    if (batches.length > 0 && random.chance(0.4)) {
      await undoMany(db, random.pick(batches), now);
      return;
    }
    const { state } = random.pick(topics).topic;
    const seen = topics.filter(({ topic }) => topic.state === state).map(({ topic }) => seenAs(topic));
    const { topicId: _, ...choice } = wish('', state, now);
    batches.push((await decideMany(db, seen, choice, now)).made);
  }

  /** With the saving of a clip goes all that was parked about it. */
  async function noteGivenUp(db: AccountDatabase, giveUp: () => Promise<void>): Promise<void> {
    const before = await db.parked.toCollection().primaryKeys();
    await giveUp();
    const left = new Set(await db.parked.toCollection().primaryKeys());
    for (const id of before) if (!left.has(id)) givenUp.add(id);
  }

  function wish(topicId: string, state: State, now: number) {
    const to = random.pick(TRANSITIONS[state].filter((target) => target !== 'merged'));
    const holdUntil = to === 'held' ? now + 86_400_000 : null;
    return { topicId, to, holdUntil, reason: null, sentence: null, ...GOALS[to] };
  }

  async function happen(device: Device): Promise<void> {
    const roll = random.next();
    // Else most of a run would pass without most of its people.
    if (random.chance(0.5) && (await isOut(device).catch(expectClosed))) await device.signIn();
    else if (roll < 0.7) {
      const flight = device.run(random.pick(['act', 'asked', 'timer', 'online']));
      flights.push(flight);
      if (random.chance(0.7)) await flight;
    } else if (roll < 0.8) await device.restart();
    else if (roll < 0.85) await device.signIn();
    else if (roll < 0.89) await device.loseToken();
    else if (roll < 0.92 && devices.length < 8) devices.push(await copyOf(device));
    else if (roll < 0.95) await queue.setRoles(random.pick(['mara', 'timo', 'jonas']), random.pick(ROLES));
    else if (!restores) await device.signOut();
    else if (roll < 0.975) queue.makeBackup();
    else await restore();
  }

  /** Signed out, or refused as nobody the queue knows. */
  async function isOut(device: Device): Promise<boolean> {
    const db = device.db();
    if (db === null || device.account()?.tokens === null) return true;
    return (await readMeta(db, 'schedule')).pausedBecause === 'sign_in';
  }

  async function restore(): Promise<void> {
    await Promise.all(flights.splice(0));
    await queue.restoreBackup();
  }

  /** Another device restored from a backup of this one: the same databases, the same client, twice. */
  async function copyOf(device: Device): Promise<Device> {
    await Promise.all(flights.splice(0));
    return createDevice(parts, device.personId, await copyDevice(device.indexedDb));
  }

  async function settle(): Promise<void> {
    faults.probability = 0;
    // Conflicts and restores take more than one round: what one device sends again, the others have to see.
    for (let round = 0; round < 5; round += 1) {
      for (const device of devices) {
        queue.time().now += 7_200_000;
        await queue.keepTime();
        if (await isOut(device)) await device.signIn();
        await device.run('asked');
      }
    }
    // From here on time stands still: whatever a clock did, everybody has heard of it.
    await queue.keepTime();
    for (const device of [...devices, ...devices]) await device.run('asked');
  }

  async function freshCopies(): Promise<Map<string, Device>> {
    const copies = new Map<string, Device>();
    for (const personId of new Set(devices.map((device) => device.personId))) {
      const device = await createDevice(parts, personId);
      await device.signIn();
      await device.run('asked');
      copies.set(personId, device);
    }
    return copies;
  }

  async function parkedIds(): Promise<Set<string>> {
    const ids = await Promise.all(devices.map((device) => device.db()?.parked.toCollection().primaryKeys() ?? []));
    return new Set(ids.flat());
  }

  async function close(): Promise<void> {
    for (const device of devices) device.stop();
    await queue.close();
  }
}

/** A browser that closes meanwhile is not asked to sign in. */
function expectClosed(error: unknown): false {
  if (asStorageError(error).kind !== 'storage_closed') throw error;
  return false;
}

/** What the rules refuse on the device already is no act; the browser may also have closed in the middle of one. */
function expectRefusal(error: unknown): void {
  const expected = [
    ...['not_allowed', 'conflict', 'forbidden_transition', 'too_late', 'not_found', 'storage_closed'],
    ...['question_open', 'question_closed', 'contact_first', 'questions_used_up', 'unknown_person'],
    ...['merge_target_missing', 'hold_date_missing', 'brief_incomplete', 'assignment_closed'],
  ];
  if (!expected.includes(asStorageError(error).kind)) throw error;
}
