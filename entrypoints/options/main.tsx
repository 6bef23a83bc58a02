/** The pages that are not the inbox: my suggestions, status, settings, joining, welcome. The address names one. */
import { render } from 'preact';
import { LanguageProvider } from '../../components/language.tsx';
import type { FramePage } from '../../components/page-frame.tsx';
import { restartOnAccountChange } from '../browser/account-change.ts';
import { frameAddress } from '../browser/frame-address.ts';
import { applyLanguage, onLanguageChange } from '../browser/language.ts';
import { picturesOf, stayInTouch } from '../browser/live.ts';
import type { PictureShelf } from '../browser/picture-shelf.ts';
import { openDeviceRegistry, openSession, type Session } from '../browser/session.ts';
import { readShortcuts } from '../browser/shortcuts.ts';
import { OptionsPages } from './options-pages.tsx';

const root = document.getElementById('root') as HTMLElement;

async function start(): Promise<void> {
  const [registry, opened, shortcuts] = await Promise.all([openDeviceRegistry(), openSession(), readShortcuts()]);
  let session: Session | null = null;
  let shelf: PictureShelf = { url: () => null };

  /** At the start, and again when somebody joins on this very page. */
  const work = (next: Session | null) => {
    session = next;
    if (next !== null) shelf = picturesOf(next, () => draw());
    draw();
    if (next !== null && next.account.tokens !== null) stayInTouch(next);
  };

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
          onJoined={work}
          onOpen={open}
        />
      </LanguageProvider>,
      root,
    );

  addEventListener('hashchange', draw);
  // Ages move on while the page stands open.
  setInterval(draw, 60_000);
  onLanguageChange(draw);
  work(opened);
}

/** Within this file only the part behind `#` changes: the page stays. */
const open = (page: FramePage): void => location.assign(frameAddress(page));

restartOnAccountChange();
void start();
