import { describe, expect, test } from 'vitest';
import { markingOf } from '../../../desk/rules/markings/marking.ts';
import { pageMarkings } from '../../../desk/rules/markings/page-markings.ts';
import type { Level, MarkingPlace } from '../../../protocol/found.ts';

const STRICT = 'strictly_confidential';

describe('[IN1] a text that is a marking gives the page its level', () => {
  test.each<[string, Level, MarkingPlace?]>([
    ['Streng vertraulich', STRICT],
    ['STRENG VERTRAULICH – nicht kopieren', STRICT],
    ['S T R E N G  V E R T R A U L I C H', STRICT],
    ['ver\u00adtrau\u200blich', 'confidential'],
    ['ｖｅｒｔｒａｕｌｉｃｈ', 'confidential'],
    ['Vertraulich', 'confidential'],
    ['V.E.R.T.R.A.U.L.I.C.H', 'confidential'],
    ['Vertraulich | Seite 3 von 12', 'confidential'],
    ['Private & Confidential', 'confidential'],
    ['Private ＆ Confidential', 'confidential'],
    ['Strictly Private & Confidential', STRICT],
    ['Nordwerk GmbH – Confidential – © 2026', 'confidential', 'edge'],
    ['Klassifizierung: Intern', 'internal'],
    ['Classification: Restricted', 'confidential'],
    ['Vertraulichkeitsstufe: öffentlich', 'public'],
    ['Nur für den internen Gebrauch', 'internal'],
    ['For internal use only', 'internal'],
    ['TLP:RED', STRICT],
    ['TLP:AMBER+STRICT', 'confidential'],
    ['TLP:GREEN', 'internal'],
    ['VS – Nur für den Dienstgebrauch', 'confidential'],
    ['VS-NfD', 'confidential'],
    ['VS-VERTRAULICH', STRICT],
    ['Streng vertraulich / Vorstandsvorlage', STRICT],
    ['Vertraulich – nur für Betriebsrat und Personalleitung', 'confidential'],
    ['– intern –', 'internal'],
    ['☐ öffentlich ☒ Einstufung: intern ☐ vertraulich', 'internal'],
    ['À usage interne', 'internal'],
    ['OFFICIAL-SENSITIVE', 'confidential'],
    ['Schutzklasse 3', STRICT],
    ['Dieses Dokument ist streng vertraulich und darf nicht weitergegeben werden.', STRICT],
    ['Diese Seite ist ausschließlich für den internen Gebrauch bestimmt.', 'internal'],
    ['This document contains confidential information of Nordwerk.', 'confidential'],
    ['[Vertraulich] Projekt Falke', 'confidential', 'title'],
    ['Projekt Falke – streng vertraulich – Confluence', STRICT, 'title'],
    ['VERTRAULICH: Projekt Falke', 'confidential', 'title'],
  ])('%s', (text, level, place = 'text') => expect(markingOf(text, place)).toBe(level));
});

describe('[IN1] a text about confidentiality is no marking', () => {
  test.each<[string, MarkingPlace?]>([
    ['Vertrauliche Gespräche über die Fusion gescheitert'],
    ['So schützen Firmen vertrauliche Unterlagen'],
    ['Die Daten werden vertraulich behandelt und nicht weitergegeben.'],
    ['Streng vertraulich: Wie Spione in Firmen arbeiten', 'title'],
    ['Geheime Treffen im Rathaus', 'title'],
    ['Intern', 'link'],
    ['intern: schnell verfügbar'],
    ['Die Komödie „Streng vertraulich“ feiert Premiere'],
    ['constructor prototype'],
    ['Internationaler Tag der Pflege', 'title'],
    ['Interne Kommunikation'],
    ['Dieses Dokument ist nicht vertraulich.'],
    ['Dokumente, die vertraulich sind, gehören in den Tresor.'],
    ['Confidential computing explained', 'title'],
    ['Ihre Angaben bleiben vertraulich'],
    // What is taken away with the box ends in the middle of the word.
    ['☐ Erkrankung, ein langes Wort: X-VERWALTUNGSINTERN'],
  ])('%s', (text, place = 'text') => expect(markingOf(text, place)).toBeNull());

  test('nor is a list of all classes', () => {
    const texts = ['Öffentlich', 'Nur intern', 'Vertraulich', 'Streng vertraulich'];
    expect(
      pageMarkings(
        texts.map((text) => ({ text, place: 'text', level: null })),
        false,
      ),
    ).toEqual([]);
  });
  test('nor a heading in a newspaper', () => {
    expect(markingOf('Streng vertraulich', 'heading', true)).toBeNull();
  });
});

test('a long text takes no time', () => {
  for (const text of ['v e r '.repeat(200_000), 'vertraulich '.repeat(100_000), '-'.repeat(1_000_000)])
    expect(['confidential', null]).toContain(markingOf(text, 'text'));
});
