import type { Clip } from '../../protocol/clip.ts';
import type { QuestionInput } from '../../protocol/question.ts';
import type { DecisionInput } from '../../protocol/topic.ts';
import { NOW } from './queue.ts';

export function sampleClip(changes: Partial<Clip> = {}): Clip {
  const id = crypto.randomUUID();
  return {
    id,
    address: `https://intranet.nordwerk.example/news/${id}`,
    canonicalAddress: null,
    title: 'Neue Lehrwerkstatt eröffnet',
    kind: 'intranet',
    siteName: 'Intranet',
    byline: ['Hanna Voss'],
    lang: 'de',
    published: '2026-11-20',
    modified: null,
    excerpt: 'Am Montag wurde die Lehrwerkstatt eröffnet.',
    quote: null,
    quotePlace: null,
    access: 'full',
    context: null,
    clippedImage: null,
    cut: [],
    found: { markings: [], personalData: [] },
    departmentId: 'hr',
    goalId: 'apprentices',
    note: 'Passt zur Ausbildungskampagne.',
    picture: null,
    capturedAt: NOW - 1000,
    ...changes,
  };
}

export function sampleDecision(topicId: string, changes: Partial<DecisionInput> = {}): DecisionInput {
  return {
    id: crypto.randomUUID(),
    topicId,
    after: null,
    to: 'accepted',
    reason: null,
    sentence: null,
    holdUntil: null,
    holdReason: null,
    into: null,
    undoes: null,
    ...changes,
  };
}

export const saveClip = (clip: Clip) => ({ name: 'saveClip', clip });
export const decide = (decision: DecisionInput) => ({ name: 'decide', decision });

/** What the goal of a sample does not say of a topic and work needs [BR1]. */
export const fillBrief = (topicId: string, goalId?: string) => ({
  name: 'editTopic',
  topicId,
  changes: {
    ...(goalId === undefined ? {} : { goalId }),
    brief: { effort: 'M', competition: 'Die Kammer wirbt auch um Auszubildende.' },
  },
});

export function sampleQuestion(topicId: string, changes: Partial<QuestionInput> = {}): QuestionInput {
  return {
    id: crypto.randomUUID(),
    topicId,
    toId: 'hanna',
    form: 'text',
    text: 'Darf das Bild verwendet werden?',
    options: [],
    ...changes,
  };
}

export const ask = (question: QuestionInput) => ({ name: 'askQuestion', question });
export const answer = (questionId: string, text: string) => ({ name: 'answerQuestion', questionId, answer: text });
export const takeBack = (questionId: string) => ({ name: 'withdrawQuestion', questionId });
