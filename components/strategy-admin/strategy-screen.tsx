import '../tokens.css';
import '../base.css';
import './strategy.css';
import { strategy as words } from '../../locales/words.ts';
import { useWords } from '../language.tsx';
import { ConfirmGoals } from './confirm-goals.tsx';
import { History } from './history.tsx';
import { Keeping } from './keeping.tsx';
import { StrategyFile } from './strategy-file.tsx';
import type { StrategyScreenProps } from './strategy-props.ts';
import { WhoAnswers } from './who-answers.tsx';

/** What the company wants to say, to whom, and who answers for it: to read for everybody, to edit for those who keep it. */
export function StrategyScreen(props: StrategyScreenProps) {
  const { tab, tabs, onTab } = props;
  const t = useWords(words);
  return (
    <main class="strategy">
      <h1 class="hidden-text">{t('heading')}</h1>
      {tabs.length < 2 ? null : (
        <nav class="strategy-tabs strip" aria-label={t('heading')}>
          {tabs.map((each) => (
            <button
              key={each}
              type="button"
              class="strategy-tab"
              aria-current={each === tab ? 'page' : undefined}
              onClick={() => onTab(each)}
            >
              {t(each)}
            </button>
          ))}
        </nav>
      )}
      <Content {...props} />
    </main>
  );
}

function Content(props: StrategyScreenProps) {
  switch (props.tab) {
    case 'who':
      return <WhoAnswers strategy={props.strategy} />;
    case 'confirm':
      return <ConfirmGoals {...props} />;
    case 'history':
      return <History {...props} />;
    case 'file':
      return <StrategyFile {...props} />;
    default:
      return <Keeping {...props} section={props.tab} />;
  }
}
