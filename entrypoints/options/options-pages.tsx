import { useEffect, useState } from 'preact/hooks';
import type { JoinFormProps, JoinScreenProps } from '../../components/join/join-props.ts';
import { JoinScreen } from '../../components/join/join-screen.tsx';
import { type FramePage, PageFrame } from '../../components/page-frame.tsx';
import { WelcomeScreen } from '../../components/welcome/welcome-screen.tsx';
import { mayDecide } from '../../desk/roles.ts';
import type { Registry } from '../../storage/accounts.ts';
import { openClearanceCount } from '../../storage/clearances.ts';
import { openForMe } from '../../storage/for-me.ts';
import { syncStatus } from '../../storage/status.ts';
import { ownPerson } from '../../storage/strategy.ts';
import { requestSync } from '../browser/background-calls.ts';
import { takeInvitation } from '../browser/invitation.ts';
import { startJoining } from '../browser/joining.ts';
import type { PictureShelf } from '../browser/picture-shelf.ts';
import type { Session } from '../browser/session.ts';
import type { Shortcuts } from '../browser/shortcuts.ts';
import { useLive } from '../browser/use-live.ts';
import { ClearancesPage } from './clearances-page.tsx';
import { FeedPage } from './feed-page.tsx';
import { GuidePage, HelpPage } from './guide-pages.tsx';
import { QuestionsPage } from './questions-page.tsx';
import { SettingsPage } from './settings-page.tsx';
import { StatusPage } from './status-page.tsx';
import { SuggestionsPage } from './suggestions-page.tsx';

type OptionsPagesProps = {
  /** What stands behind `#` in the address; anything unknown shows the suggestions. */
  page: string;
  registry: Registry;
  session: Session | null;
  shelf: PictureShelf;
  shortcuts: Shortcuts;
  onLanguage(): void;
  /** Somebody joined on this page; from now on it is theirs. */
  onJoined(session: Session): void;
  onOpen(page: FramePage): void;
};

export function OptionsPages(props: OptionsPagesProps) {
  const { page, registry, session, shelf, shortcuts, onLanguage, onJoined, onOpen } = props;
  const signedIn = session !== null && session.account.tokens !== null ? session : null;
  const shown = shownPage(page, session);
  const about = useLive(
    async () =>
      session === null
        ? null
        : {
            desk: mayDecide((await ownPerson(session.db)).roles),
            status: await syncStatus(session.db),
            questions: await openForMe(session.db),
            clearances: await openClearanceCount(session.db, Date.now()),
          },
    [session],
  );

  const questions = about?.questions;
  // The page pulled it; the button in the toolbar is the background's to label.
  useEffect(() => {
    if (questions !== undefined) requestSync();
  }, [questions]);

  const content = () => {
    if (shown === 'settings')
      return <SettingsPage {...{ registry, session, onLanguage }} onJoin={() => onOpen('join')} />;
    if (shown === 'welcome')
      return <WelcomeScreen shortcuts={shortcuts} joined={signedIn !== null} onJoin={() => onOpen('join')} />;
    if (shown === 'help' && session !== null)
      return <HelpPage {...{ session, shortcuts, onOpen }} onTour={() => onOpen('tour')} />;
    if (shown === 'tour' && session !== null) return <GuidePage {...{ session, shortcuts, onOpen }} />;
    if (shown === 'status' && session !== null) return <StatusPage session={session} onOpen={onOpen} />;
    if (shown === 'feed' && session !== null)
      return <FeedPage session={session} topicId={page.startsWith(FEED_OF) ? page.slice(FEED_OF.length) : null} />;
    if (shown === 'questions' && session !== null) return <QuestionsPage session={session} />;
    if (shown === 'clearances' && session !== null) return <ClearancesPage session={session} />;
    if (shown === 'suggestions' && session !== null)
      return <SuggestionsPage session={session} shelf={shelf} shortcut={shortcuts.popup} />;
    return (
      <JoinPage
        known={session?.account.queueUrl ?? null}
        wanted={page === JOIN_FIRST}
        onJoined={onJoined}
        onOpen={onOpen}
      />
    );
  };

  return (
    <PageFrame
      current={shown === 'welcome' ? null : shown}
      person={signedIn?.account.person.name ?? null}
      desk={about?.desk ?? false}
      unsent={about?.status.unsent ?? 0}
      parked={about?.status.parked.length ?? 0}
      questions={about?.questions ?? 0}
      clearances={about?.clearances ?? null}
      onOpen={onOpen}
    >
      {content()}
    </PageFrame>
  );
}

/** Where the shortcut leads whoever has not joined yet. */
const JOIN_FIRST = 'join-first';
/** `feed/…` leads to one topic of it. */
const FEED_OF = 'feed/';
const PARTS = ['status', 'questions', 'clearances', 'help', 'tour'] as const;

/** Without an account there is nothing to show but how to get one; what is unsent shows even then. */
function shownPage(asked: string, session: Session | null): FramePage | 'welcome' {
  if (asked === 'join' || asked === 'welcome' || asked === 'settings') return asked;
  if (session === null || asked === JOIN_FIRST) return 'join';
  if (asked === 'feed' || asked.startsWith(FEED_OF)) return 'feed';
  return PARTS.find((part) => part === asked) ?? 'suggestions';
}

type JoinPageProps = Pick<OptionsPagesProps, 'onJoined' | 'onOpen'> & { known: string | null; wanted: boolean };

type JoinState = Exclude<JoinScreenProps['state'], { kind: 'form' }> | { kind: 'form'; form: JoinFormProps };

function JoinPage({ known, wanted, onJoined, onOpen }: JoinPageProps) {
  const [state, setState] = useState<JoinState | null>(null);
  // As it was when the page opened: whoever joins here sees the welcome, not the form anew.
  const [before] = useState(known);
  useEffect(() => {
    startJoining(
      takeInvitation(),
      before,
      (form) => setState({ kind: 'form', form }),
      (session) => {
        onJoined(session);
        void ownPerson(session.db).then((person) =>
          setState({
            kind: 'joined',
            queueName: session.account.queue.name,
            person: person.name,
            desk: mayDecide(person.roles),
          }),
        );
      },
    );
  }, [onJoined, before]);
  if (state === null) return null;
  return <JoinScreen state={state.kind === 'form' ? { ...state, wanted } : state} onOpen={onOpen} />;
}
