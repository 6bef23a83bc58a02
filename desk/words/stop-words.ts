/** Words that stand in every text and find nothing. German and English in one list: texts mix them. */
import { foldText } from './fold.ts';

const GERMAN = `aber alle allem allen aller alles als also am an ander andere anderem anderen anderer anderes auch auf
aus bei beim bin bis bist da dabei dadurch dafür damit danach dann daran darauf daraus darf darin darüber das dass dazu
dein deine dem den denen denn der deren des dessen dich die dies diese diesem diesen dieser dieses dir doch dort du
durch ein eine einem einen einer eines er es etwa etwas euch euer eure für gegen hab habe haben hat hatte hatten her
hier hin hinter ich ihm ihn ihnen ihr ihre ihrem ihren ihrer im in innen indem ins ist ja jede jedem jeden jeder jedes
jene kann kein keine keinem keinen keiner können könnte mal man mehr mein meine mich mir mit muss müssen nach nicht
nichts noch nun nur ob oder ohne schon sehr sein seine seinem seinen seiner seit sich sie sind so sogar solche soll
sollen sollte sondern sowie um und uns unser unsere unserem unseren unserer unter vom von vor war waren was weil wenn
wer werden wie wieder will wir wird wo wollen worden wurde wurden zu zum zur zwar zwischen über`;
const ENGLISH = `about after all also an and any are as at be because been being but by can could did do does for from
had has have he her here hers him his how if in into is it its just me more most my no not of on or our out over
she should so some such than that the their them then there these they this those to too up us was we were what when
where which who why will with would you your`;

const STOP_WORDS: ReadonlySet<string> = new Set(`${GERMAN} ${ENGLISH}`.split(/\s+/).map(foldText));

/** @param word folded */
export const isStopWord = (word: string): boolean => STOP_WORDS.has(word);
