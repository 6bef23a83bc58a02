import { browser } from 'wxt/browser';
import { SettingsScreen } from '../../components/settings/settings-screen.tsx';
import type { Registry } from '../../storage/accounts.ts';
import { unsentCount } from '../../storage/outbox.ts';
import { changeSettings, readSettings } from '../../storage/settings.ts';
import { agreedToThanks, agreeToThanks } from '../../storage/thanks.ts';
import { languageChanged, requestSync } from '../browser/background-calls.ts';
import { mirrorLanguage } from '../browser/language.ts';
import { leaveAccount } from '../browser/leaving.ts';
import type { Session } from '../browser/session.ts';
import { useLive } from '../browser/use-live.ts';

type SettingsPageProps = {
  registry: Registry;
  session: Session | null;
  onLanguage(): void;
  onJoin(): void;
};

export function SettingsPage({ registry, session, onLanguage, onJoin }: SettingsPageProps) {
  const settings = useLive(() => readSettings(registry), [registry]);
  const unsent = useLive(async () => (session === null ? 0 : await unsentCount(session.db)), [session]);
  const thanked = useLive(async () => (session === null ? null : agreedToThanks(session.db)), [session]);
  if (settings === undefined) return null;

  return (
    <SettingsScreen
      language={settings.language}
      letterKeys={settings.letterKeys}
      account={
        session === null || session.account.tokens === null
          ? null
          : { person: session.account.person.name, queue: session.account.queue.name, unsent: unsent ?? 0 }
      }
      thanked={session === null || session.account.tokens === null ? null : (thanked ?? false)}
      onThanked={(agreed) => {
        if (session !== null)
          agreeToThanks(session.db, agreed, Date.now()).then(
            () => requestSync(),
            () => undefined,
          );
      }}
      onLanguage={(language) => {
        mirrorLanguage(language);
        void changeSettings(registry, { language }).then(languageChanged).then(onLanguage);
      }}
      onLetterKeys={(letterKeys) => void changeSettings(registry, { letterKeys })}
      onSignOut={() => {
        if (session !== null) void leaveAccount(session).finally(() => location.reload());
      }}
      onJoin={onJoin}
      onShortcuts={shortcutsPage()}
    />
  );
}

/** Each browser keeps its shortcuts elsewhere; Firefox opens the place by a function of its own. */
function shortcutsPage(): (() => void) | null {
  if (import.meta.env.BROWSER === 'firefox') {
    const { openShortcutSettings } = browser.commands as { openShortcutSettings?: () => Promise<void> };
    return openShortcutSettings === undefined ? null : () => void openShortcutSettings();
  }
  return () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' });
}
