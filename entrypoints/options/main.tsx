/** The pages that are not the inbox: my suggestions, status, settings, joining, welcome. The address names one. */
import { render } from 'preact';
import { browser } from 'wxt/browser';
import { LanguageProvider } from '../../components/language.tsx';
import { restartOnAccountChange } from '../browser/account-change.ts';
import { applyLanguage } from '../browser/language.ts';
import { picturesOf, stayInTouch } from '../browser/live.ts';
import type { PictureShelf } from '../browser/picture-shelf.ts';
import { openDeviceRegistry, openSession } from '../browser/session.ts';
import { readShortcuts } from '../browser/shortcuts.ts';
import { OptionsPages } from './options-pages.tsx';

const root = document.getElementById('root') as HTMLElement;

async function start(): Promise<void> {
  const [registry, session, shortcuts] = await Promise.all([openDeviceRegistry(), openSession(), readShortcuts()]);
  const joined = session !== null && session.account.token !== null;

  const shelf: PictureShelf = session === null ? { url: () => null } : picturesOf(session, () => draw());

  const draw = () =>
    render(
      <LanguageProvider language={applyLanguage()} now={Date.now()}>
        <OptionsPages
          page={location.hash.slice(1)}
          registry={registry}
          session={session}
          shelf={shelf}
          shortcuts={shortcuts}
          onLanguage={draw}
          onOpen={open}
        />
      </LanguageProvider>,
      root,
    );

  addEventListener('hashchange', draw);
  // Ages move on while the page stands open.
  setInterval(draw, 60_000);
  draw();
  if (joined) stayInTouch(session);
}

function open(page: string): void {
  if (page === 'inbox') location.assign(browser.runtime.getURL('/inbox.html'));
  else location.hash = page;
}

restartOnAccountChange();
void start();
