import { render } from 'preact';
import { LanguageProvider } from '../../components/language.tsx';
import { mayDecide } from '../../desk/roles.ts';
import { ownPerson } from '../../storage/strategy.ts';
import { restartOnAccountChange } from '../browser/account-change.ts';
import { applyLanguage, onLanguageChange } from '../browser/language.ts';
import { picturesOf, stayInTouch } from '../browser/live.ts';
import { openSession } from '../browser/session.ts';
import { readFirstList } from './first-list.ts';
import { InboxPage } from './inbox-page.tsx';

/** Milliseconds. */
const PICTURES_EVERY = 50;

const root = document.getElementById('root') as HTMLElement;

async function start(): Promise<void> {
  const session = await openSession();
  if (session === null || session.account.tokens === null) return location.replace('options.html#join');
  const [person, first] = await Promise.all([ownPerson(session.db), readFirstList(session.db, location.hash)]);
  if (!mayDecide(person.roles)) return location.replace('options.html#suggestions');
  let now = Date.now();
  const draw = () =>
    render(
      <LanguageProvider language={applyLanguage()} now={now}>
        <InboxPage session={session} shelf={shelf} first={first} />
      </LanguageProvider>,
      root,
    );
  // Pictures come in swarms. They are drawn together, and at the same time of day as before: another one draws every row anew.
  let isDrawing = false;
  const shelf = picturesOf(session, () => {
    if (isDrawing) return;
    isDrawing = true;
    setTimeout(() => {
      isDrawing = false;
      draw();
    }, PICTURES_EVERY);
  });
  draw();
  onLanguageChange(draw);
  // Ages and clocks move on while the page stands open.
  setInterval(() => {
    now = Date.now();
    draw();
  }, 60_000);
  stayInTouch(session);
}

restartOnAccountChange();
void start();
