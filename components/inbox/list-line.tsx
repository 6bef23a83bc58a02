import Ellipsis from 'lucide/dist/esm/icons/ellipsis.mjs';
import { commands, inbox } from '../../locales/words.ts';
import { Icon } from '../icon.tsx';
import { useReader, useWords } from '../language.tsx';
import { steady } from '../steady.tsx';
import { CommandButton } from './commands/command-button.tsx';
import { commandOf } from './commands/command-table.ts';
import { useCommands } from './commands/commands-context.ts';
import { ariaKeys, keyText } from './commands/key-text.ts';
import type { InboxScreenProps } from './inbox-props.ts';

type ListLineProps = Pick<InboxScreenProps, 'total' | 'arrived' | 'onShowArrived'>;

/** Over the list: how many there are, what came in meanwhile, and the ways to pick all and to do anything. */
export const ListLine = steady(({ total, arrived, onShowArrived }: ListLineProps) => {
  const t = useWords(inbox);
  const commandText = useWords(commands);
  const { language } = useReader();
  const { run } = useCommands();
  const { keys } = commandOf('palette');
  return (
    <div class="list-line">
      <span class="list-total" role="status">
        {total === null ? '' : t('total', { count: total })}
      </span>
      <span role="status">
        {arrived > 0 ? (
          <button type="button" class="button button-quiet arrived" onClick={onShowArrived}>
            {t('arrived', { count: arrived })}
          </button>
        ) : null}
      </span>
      <CommandButton name="pickAll" look="button-quiet list-tool" />
      <button
        type="button"
        class="button button-quiet button-square list-tool"
        title={`${commandText('palette')} (${keyText(keys[0] ?? '', language)})`}
        aria-label={commandText('palette')}
        aria-keyshortcuts={ariaKeys(keys)}
        aria-haspopup="dialog"
        onClick={() => run('palette')}
      >
        <Icon shapes={Ellipsis} />
      </button>
    </div>
  );
});
