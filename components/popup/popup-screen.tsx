import '../tokens.css';
import '../base.css';
import './popup.css';
import CircleAlert from 'lucide/dist/esm/icons/circle-alert.mjs';
import { useRef } from 'preact/hooks';
import { common, popup, saveProblems } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import type { SaveProblem } from '../problems.ts';
import { PopupQuestionCard } from '../questions/popup-questions.tsx';
import { useWindowKey } from '../use-window-key.ts';
import { ClipFormView } from './clip-form-view.tsx';
import { OwnClip } from './own-clip.tsx';
import { PopupFootLine } from './popup-foot-line.tsx';
import type { PopupScreenProps } from './popup-props.ts';
import { Saved } from './saved.tsx';
import { useMoreBelow } from './use-more-below.ts';
import { Withdrawn } from './withdrawn.tsx';

/** The picture and title of these say enough to the eye. */
const WITHOUT_HEADING: readonly PopupScreenProps['state']['kind'][] = ['form', 'mine', 'broken'];

/** The toolbar popup. Its size is the same in every state, so that it never resizes while it opens. */
export function PopupScreen(props: PopupScreenProps) {
  const t = useWords(popup);
  const body = useRef<HTMLElement>(null);
  const look = useMoreBelow(body);
  useWindowKey((event) => {
    if (event.key === 'Escape' && !event.isComposing) props.onClose();
  });
  return (
    <div class="popup">
      {props.questions === null ? null : (
        <PopupQuestionCard
          questions={props.questions}
          onAnswer={props.onAnswer}
          onDiscard={props.onDiscardAnswer}
          onMore={() => props.onOpen('questions')}
        />
      )}
      <main ref={body} class="popup-body" onScroll={look}>
        {WITHOUT_HEADING.includes(props.state.kind) ? <h1 class="hidden-text">{t('heading')}</h1> : null}
        <PopupState {...props} />
      </main>
      <PopupFootLine foot={props.foot} notJoined={props.state.kind === 'not_joined'} onOpen={props.onOpen} />
    </div>
  );
}

function PopupState(props: PopupScreenProps) {
  const { state } = props;
  switch (state.kind) {
    case 'form':
      return <ClipFormView {...props} state={state} />;
    case 'mine':
      return <OwnClip {...props} state={state} />;
    case 'saved':
      return <Saved {...props} state={state} />;
    case 'withdrawn':
      return <Withdrawn {...props} title={state.title} />;
    case 'not_joined':
      return <NotJoined invited={state.invited} onJoin={props.onJoin} />;
    case 'broken':
      return <Broken problem={state.problem} onRetry={props.onRetry} />;
  }
}

/** Joining takes a page of its own: it needs the network, and a popup is gone at the first click beside it. */
function NotJoined({ invited, onJoin }: { invited: boolean; onJoin(): void }) {
  const t = useWords(popup);
  return (
    <div class="popup-join">
      <h1>{t('joinHeading')}</h1>
      <p class="soft">{t(invited ? 'joinInvited' : 'joinText')}</p>
      <button type="button" class="button button-primary" autofocus onClick={onJoin}>
        {t('join')}
      </button>
    </div>
  );
}

function Broken({ problem, onRetry }: { problem: SaveProblem; onRetry(): void }) {
  const t = useWords(saveProblems);
  const says = useWords(common);
  return (
    <Notice
      tone="danger"
      icon={CircleAlert}
      title={t(`${problem}.title`)}
      urgent
      actions={
        <button type="button" class="button" onClick={onRetry}>
          {says('tryAgain')}
        </button>
      }
    >
      {t(`${problem}.text`)}
    </Notice>
  );
}
