import type { TypedWords } from '../../desk/typed-words.ts';
import type { Topic } from '../../protocol/topic.ts';
import { briefTexts } from './brief/brief-draft.ts';
import type { PanelDraft } from './panels/panel-props.ts';

/** The words of one topic's panels that were typed and not sent. */
export function typedIn({ id: topicId, title }: Pick<Topic, 'id' | 'title'>, draft: PanelDraft): TypedWords[] {
  const found = [
    { as: 'declined', text: draft.sentence },
    { as: 'held', text: draft.holdSentence },
    { as: 'note', text: draft.note },
    // A note holds any words of the desk's; nobody but its editors ever saw these.
    { as: 'note', text: briefTexts(draft.brief).join('\n') },
    { as: 'note', text: draft.assignment.deliverable },
    { as: 'note', text: draft.clearance.note },
    { as: 'note', text: draft.evaluate.lesson },
  ] as const;
  return found.flatMap(({ as, text }) => (text.trim() === '' ? [] : [{ topicId, title, as, text: text.trim() }]));
}
