import Bell from 'lucide/dist/esm/icons/bell.mjs';
import BellOff from 'lucide/dist/esm/icons/bell-off.mjs';
import Mail from 'lucide/dist/esm/icons/mail.mjs';
import MailOpen from 'lucide/dist/esm/icons/mail-open.mjs';
import SquarePen from 'lucide/dist/esm/icons/square-pen.mjs';
import { useRef } from 'preact/hooks';
import { topicEdit } from '../../locales/words.ts';
import { Icon } from '../icon.tsx';
import { useWords } from '../language.tsx';
import { CommandButton } from './commands/command-button.tsx';
import { useCommands } from './commands/commands-context.ts';
import { CopyLink } from './finding/copy-link.tsx';

/**
 * What an editor notes of a topic for this device only, read or not and whether its changes are news; the menu of
 * what can be changed; and the address for a colleague, null where there is none yet.
 */
export function ReadingTools({ link }: { link: string | null }) {
  const { applies } = useCommands();
  return (
    <div class="reading-tools">
      {applies('markUnread') ? (
        <CommandButton name="markUnread" turnsWith="markRead" icon={Mail} look="button-quiet" />
      ) : (
        <CommandButton name="markRead" turnsWith="markUnread" icon={MailOpen} look="button-quiet" />
      )}
      {applies('unmute') ? (
        <CommandButton name="unmute" turnsWith="mute" icon={Bell} look="button-quiet" />
      ) : (
        <CommandButton name="mute" turnsWith="unmute" icon={BellOff} look="button-quiet" />
      )}
      <ChangeMenu />
      {link === null ? null : <CopyLink link={link} />}
    </div>
  );
}

const CHANGES = [
  'assign',
  'assignMe',
  'editDepartment',
  'editGoal',
  'editLabels',
  'editEmbargo',
  'editTitle',
  'note',
  'askClearance',
] as const;

/** What can be changed of a topic beside its state, by mouse too: each line is a command with its key. */
function ChangeMenu() {
  const { applies } = useCommands();
  const t = useWords(topicEdit);
  const menu = useRef<HTMLDetailsElement>(null);
  return (
    <details
      ref={menu}
      class="change-menu"
      onFocusOut={({ relatedTarget }) => {
        // What was chosen has taken the focus, or somebody went on: the menu has done its work.
        if (menu.current !== null && !(relatedTarget instanceof Node && menu.current.contains(relatedTarget)))
          menu.current.open = false;
      }}
    >
      <summary class="button button-quiet change-open">
        <Icon shapes={SquarePen} />
        {t('change')}
      </summary>
      <div class="change-list">
        {CHANGES.map((name) => (
          <CommandButton key={name} name={name} look="button-quiet change" />
        ))}
        <CommandButton name={applies('meetingOff') ? 'meetingOff' : 'meetingOn'} look="button-quiet change" />
      </div>
    </details>
  );
}
