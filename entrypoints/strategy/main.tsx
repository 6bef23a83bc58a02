import { render } from 'preact';
import { LanguageProvider } from '../../components/language.tsx';
import { restartOnAccountChange } from '../browser/account-change.ts';
import { applyLanguage, onLanguageChange } from '../browser/language.ts';
import { stayInTouch } from '../browser/live.ts';
import { openSession } from '../browser/session.ts';
import { StrategyPage } from './strategy-page.tsx';

const root = document.getElementById('root') as HTMLElement;

async function start(): Promise<void> {
  const session = await openSession();
  if (session === null || session.account.tokens === null) return location.replace('options.html#join');
  const draw = () =>
    render(
      <LanguageProvider language={applyLanguage()} now={Date.now()}>
        <StrategyPage session={session} />
      </LanguageProvider>,
      root,
    );
  draw();
  onLanguageChange(draw);
  // Ages move on while the page stands open.
  setInterval(draw, 60_000);
  stayInTouch(session);
}

restartOnAccountChange();
void start();
