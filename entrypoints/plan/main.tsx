import { render } from 'preact';
import { LanguageProvider } from '../../components/language.tsx';
import { mayDecide } from '../../desk/roles.ts';
import { ownPerson } from '../../storage/strategy.ts';
import { restartOnAccountChange } from '../browser/account-change.ts';
import { applyLanguage, onLanguageChange } from '../browser/language.ts';
import { stayInTouch } from '../browser/live.ts';
import { openSession } from '../browser/session.ts';
import { PlanPage } from './plan-page.tsx';

const root = document.getElementById('root') as HTMLElement;

async function start(): Promise<void> {
  const session = await openSession();
  if (session === null || session.account.tokens === null) return location.replace('options.html#join');
  if (!mayDecide((await ownPerson(session.db)).roles)) return location.replace('options.html#suggestions');
  const draw = () =>
    render(
      <LanguageProvider language={applyLanguage()} now={Date.now()}>
        <PlanPage session={session} />
      </LanguageProvider>,
      root,
    );
  draw();
  onLanguageChange(draw);
  // What is late moves on while the page stands open.
  setInterval(draw, 60_000);
  stayInTouch(session);
}

restartOnAccountChange();
void start();
