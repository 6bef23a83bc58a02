import Bell from 'lucide/dist/esm/icons/bell.mjs';
import BellOff from 'lucide/dist/esm/icons/bell-off.mjs';
import Mail from 'lucide/dist/esm/icons/mail.mjs';
import MailOpen from 'lucide/dist/esm/icons/mail-open.mjs';
import { CommandButton } from './commands/command-button.tsx';
import { useCommands } from './commands/commands-context.ts';

/** What an editor notes of a topic for this device only: read or not, and whether its changes are news. */
export function ReadingTools() {
  const { applies } = useCommands();
  return (
    <p class="reading-tools">
      {applies('markUnread') ? (
        <CommandButton name="markUnread" icon={Mail} look="button-quiet" />
      ) : (
        <CommandButton name="markRead" icon={MailOpen} look="button-quiet" />
      )}
      {applies('unmute') ? (
        <CommandButton name="unmute" icon={Bell} look="button-quiet" />
      ) : (
        <CommandButton name="mute" icon={BellOff} look="button-quiet" />
      )}
    </p>
  );
}
