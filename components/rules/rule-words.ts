/** The sentences about rules, for the popup and for the line in the page. */
import type { Reason } from '../../desk/rules/effects.ts';
import { createFormat } from '../../locales/format.ts';
import { textIn } from '../../locales/local-text.ts';
import { createTranslator, type Language } from '../../locales/t.ts';
import { personalData, rules } from '../../locales/words.ts';
import type { StrippedPart } from '../../protocol/rule.ts';
import type { RulesView } from './rules-view.ts';

/** Why a rule concerns the page, or the one on which a link stood. */
export function reasonText(language: Language, reason: Reason): string {
  const why = whyText(language, reason);
  return reason.isAround === true ? createTranslator(language, rules)('around', { why }) : why;
}

function whyText(language: Language, { rule, why }: Reason): string {
  const t = createTranslator(language, rules);
  switch (why.kind) {
    case 'marking':
      return t(`marked.${why.level}`);
    case 'personal_data': {
      const word = createTranslator(language, personalData);
      return t('personalData', {
        kinds: list(
          language,
          why.found.map((kind) => word(kind)),
        ),
      });
    }
    case 'embargo': {
      const { until } = why.embargo;
      return until === null ? t('embargo') : t('embargoUntil', { when: writtenText(language, until) });
    }
    case 'undeclared':
    case 'news':
      return t(why.kind);
    case 'company':
      return t('company', { title: textIn(language, rule.title) });
  }
}

/** As the page says it, in its own time: no clock of this device has a part in it. */
function writtenText(language: Language, written: string): string {
  const day = createFormat(language, 0).written(written);
  const time = written.slice(11).replace('Z', ' UTC');
  return time === '' ? day : `${day}, ${time}`;
}

/** What is left out. */
const strippedText = (language: Language, parts: readonly StrippedPart[]): string => {
  const t = createTranslator(language, rules);
  const words = list(
    language,
    parts.map((part) => t(part)),
  );
  return t('stripped', { parts: words });
};

/** All of it as one text, each sentence once, whatever it is the reason for; empty where there is nothing to say. */
export function rulesText(language: Language, { stripped, because, clearance, warn }: RulesView): string {
  const reason = (one: Reason) => reasonText(language, one);
  const sentences = [
    ...(stripped.length === 0 ? [] : [strippedText(language, stripped), ...because.map(reason)]),
    ...(clearance === null ? [] : [createTranslator(language, rules)('clearance'), reason(clearance)]),
    ...warn.map(reason),
  ];
  return once(sentences).join(' ');
}

const once = (texts: readonly string[]): string[] => [...new Set(texts)];
const list = (language: Language, words: readonly string[]): string => createFormat(language, 0).list(words);
