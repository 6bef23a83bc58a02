/** What the words of a block alone say of it: sentences or labels, and what a heading announces. */
import { type Block, endsWithOneOf } from './blocks.ts';
import { hasDigit, wordsOf } from './letters.ts';
import { FINE } from './text-model.ts';

/**
 * What headings above other things than the text say, in English and German and a few neighbours: credits, offers,
 * links to more, legal notes, share, when, by whom, talk, shops, about. "^" stands for the beginning, "*" after five
 * letters for any end. Looked up word by word: patterns of so many words cost a cold page dearly. Of a word that is in
 * several lists the first counts.
 */
const KINDS = [
  '^photo ^photos ^foto ^fotos ^image ^images ^picture ^pictures ^bild ^bilder ^credit ^credits ^copyright ^quelle ^quellen ' +
    '^source ^sources ^getty ^reuters ^afp ^illustration ^video ^videos ^watch ^listen ^figure ^fig getty_images reuters afp ' +
    'ap_photo shutterstock unsplash istock dpa picture_alliance via_getty',
  'subsc* newsletter newsletters signup sign_up signin sign_in login log_in register abonn* anmelden registrieren donat* ' +
    'inbox free_trial membership unlock download s_inscrire suscr* get_the_latest contact_us get_started book_a schedule',
  'read_more read_also also_read related see_also more_from more_on more_stories you_may recommended trending popular ' +
    'most_read latest up_next previous next lesen_sie mehr_zum mehr_zu weiterlesen auch_interessant continue_reading ' +
    'further_reading lire_aussi leia lee_también view_all see_all show_more load_more learn_more back_to',
  'all_rights_reserved copyright privacy terms cookie cookies impressum datenschutz disclaimer affiliate commission adver* ' +
    'anzeige sponsored',
  'share tweet facebook twitter whatsapp linkedin pinterest email e_mail print copy_link follow teilen drucken instagram ' +
    'youtube',
  'ago min_read mins_read minute_read minutes_read updated published posted uhr january february march april june july ' +
    'august september october november december jan feb mar apr jun jul aug sep sept oct nov dec januar februar märz mai juni ' +
    'juli oktober dezember',
  '^by ^von ^par ^por written_by ^author ^posted_by ^text ^di',
  'comment comments reply replies like likes views joined member members posts vote votes kommentar kommentare ' +
    'antworten review reviews quote report permalink edit',
  'add_to cart basket buy_now in_stock shipping price quantity warenkorb lieferung sale',
  'about author contact source sources reference references kontakt faq faqs question questions tag tags topic topics ' +
    'categ*',
];
const DATE = /\b\d{1,2}[./:-]\d{1,2}\b|\b(?:19|20)\d\d\b|\bvor \d/;
const PRICE = /[$€£]\s?\d|\d\s?[€£]/;
const [LEGAL, WHEN, SHOP] = [4, 6, 9];
/** More than any kind. */
const NONE = 99;
/** The longest phrase: "all rights reserved". */
const MAX_WORDS = 3;
let kinds: Map<string, number> | undefined;

function newKinds(): Map<string, number> {
  const known = new Map<string, number>();
  for (let at = 0; at < KINDS.length; at += 1) {
    const words = (KINDS[at] as string).split(' ');
    for (let index = 0; index < words.length; index += 1) {
      const word = words[index] as string;
      if (!known.has(word)) known.set(word, at + 1);
    }
  }
  return known;
}

export const WORD_FEATURES = 'length words links prose end stops digits upper caps'.split(' ');

/** Longer blocks are read up to here: what they are shows early. */
const READ = 400;

/** More than any sum of a page. */
const MOST = 2 ** 30;

/**
 * The logarithm to base 2 of 1 + `value`, straight between powers. `Math.log2` may differ in its last
 * digit from one engine to the next, and a text must not.
 */
export function log(value: number): number {
  const sum = value + 1;
  if (sum < 2) return sum - 1;
  const whole = 31 - Math.clz32(Math.min(sum, MOST));
  return whole + sum / (1 << whole) - 1;
}

/** Which kind of part a heading announces, counted from 1 and the first of several; 0 for none that is known. */
export function headingKind(text: string): number {
  kinds ??= newKinds();
  const start = text.slice(0, READ).toLowerCase();
  let least = start.startsWith('©')
    ? 1
    : start.includes('©')
      ? LEGAL
      : !hasDigit(start)
        ? NONE
        : DATE.test(start)
          ? WHEN
          : PRICE.test(start)
            ? SHOP
            : NONE;
  const words = wordsOf(start);
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? '';
    if (word.length >= 5) least = Math.min(least, kinds.get(`${word.slice(0, 5)}*`) ?? NONE);
    let phrase = '';
    for (let count = 0; count < MAX_WORDS && at + count < words.length; count += 1) {
      phrase += `${count === 0 ? '' : '_'}${words[at + count]}`;
      least = Math.min(least, kinds.get(phrase) ?? NONE, at === 0 ? (kinds.get(`^${phrase}`) ?? NONE) : NONE);
    }
  }
  return least === NONE ? 0 : least;
}

/** Writes the numbers of `WORD_FEATURES`, each times `FINE`, to `row` from `at` on. */
export function readWords(block: Block, row: Int32Array, at: number): number {
  const { text } = block;
  let stops = 0;
  let digits = 0;
  let upper = 0;
  let caps = 0;
  let words = 1;
  let starts = true;
  const read = Math.min(text.length, READ);
  for (let index = 0; index < read; index += 1) {
    const sign = text.charCodeAt(index);
    // Small letters first: they are most of a text.
    if (sign >= 97 && sign < 0xc0) {
      starts = false;
      continue;
    }
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
  row[at] = log(block.length) * FINE;
  row[at + 1] = words * FINE;
  row[at + 2] = (block.linked / text.length) * FINE;
  row[at + 3] = log(block.prose) * FINE;
  row[at + 4] = endsWithOneOf(tail, '.!?…。！？') ? FINE : tail.endsWith(':') || tail.endsWith('：') ? 2 * FINE : 0;
  row[at + 5] = (stops / words) * FINE;
  row[at + 6] = (digits / read) * FINE;
  row[at + 7] = (upper / read) * FINE;
  row[at + 8] = (caps / words) * FINE;
  return at + WORD_FEATURES.length;
}
