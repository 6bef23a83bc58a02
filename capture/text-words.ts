/** What the words of a block alone say of it: sentences or labels, and what a heading announces. */
import { type Block, readingLength } from './blocks.ts';

/** What headings above other things than the text say, in English and German and a few neighbours. */
const KINDS: Readonly<Record<string, RegExp>> = {
  credit:
    /^(?:photo|foto|image|picture|bild|credit|copyright|©|\(c\)|quelle|source|getty|reuters|afp|illustration|video|watch|listen|figure|fig\.)|\b(?:getty images|reuters|afp|ap photo|shutterstock|unsplash|istock|dpa|picture alliance|via getty)\b/,
  offer:
    /\b(?:subscrib\w*|newsletters?|sign ?up|sign ?in|log ?in|register|abonn\w*|anmelden|registrieren|donat\w+|inbox|free trial|membership|unlock|download|s'inscrire|suscr\w+|get the latest|contact us|get started|book a|schedule)\b/,
  related:
    /\b(?:read more|read also|also read|related|see also|more from|more on|more stories|you may|recommended|trending|popular|most read|latest|up next|previous|next|lesen sie|mehr zum|mehr zu|weiterlesen|auch interessant|continue reading|further reading|lire aussi|leia|lee también|view all|see all|show more|load more|learn more|back to)\b/,
  legal:
    /©|\b(?:all rights reserved|copyright|privacy|terms|cookies?|impressum|datenschutz|disclaimer|affiliate|commission|advertis\w+|anzeige|sponsored)\b/,
  share:
    /\b(?:share|tweet|facebook|twitter|whatsapp|linkedin|pinterest|email|e-mail|print|copy link|follow|teilen|drucken|instagram|youtube)\b/,
  when: /\b(?:\d{1,2}[./:-]\d{1,2}|(?:19|20)\d\d\b|ago\b|min(?:ute)?s? read|updated|published|posted|vor \d+|uhr\b|january|february|march|april|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|januar|februar|märz|mai|juni|juli|oktober|dezember)\b/,
  by: /^(?:by|von|par|por|written by|author|posted by|text|di)\b/,
  talk: /\b(?:comments?|repl(?:y|ies)|likes?|views|joined|members?|posts|votes?|kommentare?|antworten|reviews?|quote|report|permalink|edit)\b/,
  shop: /[$€£]\s?\d|\d\s?[€£]|\b(?:add to|cart|basket|buy now|in stock|shipping|price|quantity|warenkorb|lieferung|sale)\b/,
  about: /\b(?:about|author|contact|sources?|references?|über|kontakt|faqs?|questions?|tags?|topics?|categor\w+)\b/,
};
const PATTERNS = Object.values(KINDS);

export const WORD_FEATURES = 'length words links prose end stops digits upper caps'.split(' ');

/** Longer blocks are read up to here: what they are shows early. */
const READ = 400;

/**
 * The logarithm to base 2 of 1 + `value`, straight between powers. `Math.log2` may differ in its last
 * digit from one engine to the next, and a text must not.
 */
export function log(value: number): number {
  let rest = value + 1;
  let whole = 0;
  for (; rest >= 2; rest /= 2) whole += 1;
  return whole + rest - 1;
}

/** Which kind of part a heading announces, counted from 1; 0 for none that is known. */
export function headingKind(text: string): number {
  const start = text.slice(0, READ).toLowerCase();
  return PATTERNS.findIndex((pattern) => pattern.test(start)) + 1;
}

/** Writes the numbers of `WORD_FEATURES` to `row` from `at` on. */
export function readWords(block: Block, row: Float32Array, at: number): number {
  const { text } = block;
  let [stops, digits, upper, caps, words] = [0, 0, 0, 0, 1];
  let starts = true;
  const read = Math.min(text.length, READ);
  for (let index = 0; index < read; index += 1) {
    const sign = text.charCodeAt(index);
    if (sign === 32 || sign === 10) {
      words += 1;
      starts = true;
      continue;
    }
    if (sign === 46 || sign === 33 || sign === 63 || sign === 0x3002 || sign === 0x2026) stops += 1;
    else if (sign >= 48 && sign <= 57) digits += 1;
    else if ((sign >= 65 && sign <= 90) || (sign >= 0xc0 && sign <= 0xde)) {
      upper += 1;
      if (starts) caps += 1;
    }
    starts = false;
  }
  const tail = text.slice(-6);
  const values = [
    log(readingLength(text)),
    words,
    block.linked / text.length,
    log(block.prose),
    /[.!?…。！？]["'”’»«)\]]*$/.test(tail) ? 1 : /[:：]$/.test(tail) ? 2 : 0,
    stops / words,
    digits / read,
    upper / read,
    caps / words,
  ];
  row.set(values, at);
  return at + values.length;
}
