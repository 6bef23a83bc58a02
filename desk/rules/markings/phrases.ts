/**
 * The words of markings, in the plain spelling of `plain.ts`: German and English, company schemes, the Traffic Light
 * Protocol (FIRST, TLP 2.0), German classified information (VSA), and the protection classes of DIN 66399.
 */
import type { Level } from '../../../protocol/found.ts';

/** By the words of a marking with one space between them. */
export type Phrases = ReadonlyMap<string, Level>;

const phrases = (level: Level, lines: string): [string, Level][] =>
  lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => [line, level]);

/** A marking wherever it stands for itself. */
export const MARKINGS: Phrases = new Map([
  ...phrases(
    'strictly_confidential',
    `streng vertraulich
     strengst vertraulich
     strengstens vertraulich
     strikt vertraulich
     hochst vertraulich
     hochvertraulich
     absolut vertraulich
     streng geheim
     geheim
     strictly confidential
     strictly private and confidential
     strictly private confidential
     highly confidential
     top secret
     tlp red
     vs vertraulich
     vs geheim
     verschlusssache
     vs verschlusssache
     strictement confidentiel
     tres confidentiel
     estrictamente confidencial
     strettamente riservato
     strikt vertrouwelijk
     streng vertrouwelijk
     scisle poufne
     scisle tajne
     schutzklasse 3
     schutzklasse iii`,
  ),
  ...phrases(
    'confidential',
    `vertraulich
     confidential
     privat und vertraulich
     personlich und vertraulich
     personlich vertraulich
     private and confidential
     private confidential
     company confidential
     business confidential
     commercial in confidence
     commercially confidential
     in confidence
     in strict confidence
     confidential and proprietary
     proprietary and confidential
     confidential proprietary
     confidential information
     confidential document
     vertrauliche information
     vertrauliche informationen
     vertrauliche unterlage
     vertrauliche unterlagen
     vertrauliches dokument
     geschaftsgeheimnis
     betriebsgeheimnis
     betriebs und geschaftsgeheimnis
     bitte vertraulich behandeln
     vertraulich behandeln
     please treat as confidential
     treat as confidential
     vs nfd
     vsnfd
     vs nur fur den dienstgebrauch
     verschlusssache nur fur den dienstgebrauch
     official sensitive
     vertr
     nicht zur weitergabe
     nicht zur weitergabe bestimmt
     insiderinformation
     insiderinformationen
     insiderinformation im sinne von art
     inside information within the meaning of art
     inside information within the meaning of article
     inside information
     enthalt insiderinformationen
     contains inside information
     confidentiel
     confidencial
     riservato
     vertrouwelijk
     poufne
     tlp amber
     tlp amber strict
     schutzklasse 2
     schutzklasse ii`,
  ),
  ...phrases(
    'internal',
    `nur fur den internen gebrauch
     nur fur internen gebrauch
     nur zum internen gebrauch
     ausschliesslich fur den internen gebrauch
     ausschliesslich zum internen gebrauch
     fur den internen gebrauch
     zum internen gebrauch
     nur zur internen verwendung
     nur fur die interne verwendung
     nur fur interne verwendung
     ausschliesslich zur internen verwendung
     zur internen verwendung
     nur fur interne zwecke
     nur intern
     nur intern verwenden
     intern nicht weitergeben
     firmenintern
     betriebsintern
     unternehmensintern
     konzernintern
     dienstintern
     verwaltungsintern
     nur fur mitarbeiter
     nur fur mitarbeitende
     nur fur mitarbeiterinnen und mitarbeiter
     nur fur beschaftigte
     nicht zur veroffentlichung
     nicht zur veroffentlichung bestimmt
     nicht fur die veroffentlichung
     nicht fur die offentlichkeit
     nicht fur die offentlichkeit bestimmt
     nicht zur weitergabe an dritte
     nicht zur externen weitergabe
     keine weitergabe an externe
     keine weitergabe an dritte
     nur fur den dienstgebrauch
     nur fur den dienstlichen gebrauch
     internal use only
     for internal use only
     for internal use
     internal use
     internal only
     company internal
     strictly internal
     internal and not for distribution
     for employees only
     employees only
     staff only
     for staff only
     not for external use
     not for external distribution
     not for public distribution
     not for public release
     not for publication
     do not share externally
     do not distribute outside the company
     usage interne
     a usage interne
     usage interne uniquement
     uso interno
     ad uso interno
     para uso interno
     voor intern gebruik
     alleen voor intern gebruik
     do uzytku wewnetrznego
     tylko do uzytku wewnetrznego
     tlp green
     schutzklasse 1
     schutzklasse i`,
  ),
  ...phrases(
    'public',
    `tlp clear
     tlp white`,
  ),
]);

/** Words that are a marking only where the page says that this is its class. */
export const CLASSES: Phrases = new Map<string, Level>([
  ...MARKINGS,
  ['public', 'public'],
  ['offentlich', 'public'],
  ['unclassified', 'public'],
  ['intern', 'internal'],
  ['internal', 'internal'],
  ['official use', 'internal'],
  ['restricted', 'confidential'],
  ['eingeschrankt', 'confidential'],
  ['sensitive', 'confidential'],
  ['sensibel', 'confidential'],
  ['vertraulich intern', 'confidential'],
  ['secret', 'strictly_confidential'],
  ['strictly private', 'strictly_confidential'],
  ['red', 'strictly_confidential'],
  ['amber', 'confidential'],
  ['green', 'internal'],
  ['clear', 'public'],
]);

/** What stands before the name of a class. */
export const CLASS_NAMES = new Set(
  `class klasse status vermerk zugriff sichtbarkeit visibility audience handling klassifizierung klassifikation klassifiziert dokumentklassifizierung dokumentenklasse dokumentklasse dokumentklassifikation
   informationsklassifizierung informationsklasse informationsklassifikation datenklassifizierung datenklasse
   einstufung eingestuft vertraulichkeit vertraulichkeitsstufe vertraulichkeitsklasse vertraulichkeitsgrad
   geheimhaltung geheimhaltungsgrad geheimhaltungsstufe schutzbedarf schutzstufe sicherheitsstufe sicherheitsklasse
   sicherheitseinstufung verschlussgrad zugriffsstufe classification classified confidentiality sensitivity sensitivitylabel
   protection marking protectivemarking securityclassification dataclassification infoclass informationclassification
   tlp`.split(/\s+/),
);

/** What may stand beside a marking in the same line: pages, dates, forms of companies, rights. */
export const BESIDE = new Set(
  `seite page von of stand vom version v rev revision entwurf draft copyright c r tm alle rechte vorbehalten all rights reserved
   gmbh ag se kg kgaa mbh co inc ltd llc plc corp gruppe group holding bestimmt bitte please dokument document
   nach aussen geben zuletzt geandert aktualisiert erstellt redaktion last modified updated created editorial team changed
   zmieniono modifie gewijzigd actualizado modificato amtlich geheimgehalten only stufe level klasse class label achtung hinweis wichtig notice warning attention important und and the a an fur for to
   januar februar marz april mai juni juli august september oktober november dezember january february march may june july
   october december kopie copy exemplar nr no
   nicht weitergeben weiterleiten kopieren verteilen do not forward copy distribute share`.split(/\s+/),
);
