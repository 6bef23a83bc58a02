import BookOpenCheck from 'lucide/dist/esm/icons/book-open-check.mjs';
import ShieldAlert from 'lucide/dist/esm/icons/shield-alert.mjs';
import ShieldCheck from 'lucide/dist/esm/icons/shield-check.mjs';
import { textIn } from '../../locales/local-text.ts';
import { rules } from '../../locales/words.ts';
import type { Rule } from '../../protocol/rule.ts';
import { Icon } from '../icon.tsx';
import { useReader, useWords } from '../language.tsx';
import { Notice } from '../notice.tsx';
import { reasonText, rulesText } from './rule-words.ts';
import type { RulesView } from './rules-view.ts';

/** What happens to this page and why, before the button that does it. */
export function RuleNotices({ view }: { view: RulesView }) {
  const { language } = useReader();
  const t = useWords(rules);
  if (view.refused !== null)
    return (
      <Notice tone="danger" icon={ShieldAlert} title={t('refused')} urgent>
        {[reasonText(language, view.refused), t('refusedText'), textIn(language, view.refused.rule.text)]
          .join(' ')
          .trim()}
      </Notice>
    );
  const said = rulesText(language, view);
  return (
    <>
      {said === '' ? null : (
        <p class="mark small soft" role="status">
          <Icon shapes={ShieldCheck} />
          <span>{said}</span>
        </p>
      )}
      <RulesToAccept list={view.accept} />
    </>
  );
}

/** Read once, accepted with the button below. */
export function RulesToAccept({ list }: { list: readonly Rule[] }) {
  const { language } = useReader();
  const t = useWords(rules);
  return (
    <>
      {list.map((rule) => (
        <Notice
          key={rule.id}
          tone="warning"
          icon={BookOpenCheck}
          title={t('accept', { title: textIn(language, rule.title) })}
        >
          {textIn(language, rule.text)}
        </Notice>
      ))}
    </>
  );
}
