import './key-note.css';
import { commands, inbox, states } from '../../locales/words.ts';
import type { State } from '../../protocol/topic.ts';
import { useWords } from '../language.tsx';
import type { IdleKey } from './commands/idle-key.ts';

/** Says quietly why a key did nothing. @param state of the topic at hand */
export function KeyNote({ idle, state }: { idle: IdleKey | null; state: State | null }) {
  const t = useWords(inbox);
  const commandText = useWords(commands);
  const stateText = useWords(states);
  const said = (key: IdleKey): string => {
    if (key.kind === 'unknown') return t('keyUnknown', { key: key.key });
    const command = commandText(key.name);
    return key.byState && state !== null
      ? t('keyNotInState', { command, state: stateText(state) })
      : t('keyNotNow', { command });
  };
  return (
    <div class="key-note" role="status">
      {idle === null ? null : <p class="key-note-text small">{said(idle)}</p>}
    </div>
  );
}
