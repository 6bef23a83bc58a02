/** The rules that hold in every company. One of the company's own with the same id takes the place of one of these. */
import { type Rule, STRIPPED_PARTS } from '../../protocol/rule.ts';

/** Concerns every clip and does nothing: what the others differ from. */
const NOTHING: Omit<Rule, 'id' | 'title'> = {
  text: null,
  version: 1,
  hosts: [],
  paths: [],
  departmentIds: [],
  kinds: [],
  markings: [],
  personalData: [],
  onlyEmbargo: false,
  onlyUndeclared: false,
  level: 'public',
  effects: [],
  parts: [...STRIPPED_PARTS],
  acknowledge: false,
};

const BUILT_IN_RULES: readonly Rule[] = [
  {
    ...NOTHING,
    id: 'marked-strictly-confidential',
    title: { de: 'Streng vertrauliche Seiten', en: 'Strictly confidential pages' },
    text: {
      de: 'Was streng vertraulich ist, bleibt, wo es ist. Ist die Geschichte trotzdem wichtig, hilft ein Gespräch mit der zuständigen Abteilung.',
      en: 'What is strictly confidential stays where it is. If the story matters all the same, talk to the department it comes from.',
    },
    markings: ['strictly_confidential'],
    level: 'strictly_confidential',
    effects: ['refuse'],
  },
  {
    ...NOTHING,
    id: 'marked-confidential',
    title: { de: 'Vertrauliche Seiten', en: 'Confidential pages' },
    text: {
      de: 'Nur Adresse, Titel und Notiz gehen an die Redaktion. Veröffentlicht wird erst nach einer Freigabe.',
      en: 'Only address, title and note go to the editors. Nothing is published before it is cleared.',
    },
    markings: ['confidential'],
    level: 'confidential',
    effects: ['strip', 'clearance'],
  },
  {
    ...NOTHING,
    id: 'marked-internal',
    title: { de: 'Interne Seiten', en: 'Internal pages' },
    markings: ['internal'],
    level: 'internal',
    effects: ['clearance'],
  },
  {
    ...NOTHING,
    id: 'undeclared-intranet',
    title: { de: 'Seiten aus dem eigenen Netz', en: 'Pages of the company’s own network' },
    onlyUndeclared: true,
    level: 'internal',
    effects: ['clearance'],
  },
  {
    ...NOTHING,
    id: 'embargo',
    title: { de: 'Seiten mit Sperrfrist', en: 'Pages under embargo' },
    text: {
      de: 'Vorschlagen geht, veröffentlicht wird erst danach.',
      en: 'It can be suggested; it is published after that only.',
    },
    onlyEmbargo: true,
    effects: ['warn'],
  },
  {
    ...NOTHING,
    id: 'sensitive-personal-data',
    title: { de: 'Gesundheit, Steuer- und Kontonummern', en: 'Health, tax and account numbers' },
    text: {
      de: 'Auszug, Zitat und Bild bleiben auf dem Gerät. Bitte prüfen, ob Titel und Notiz ohne diese Angaben auskommen.',
      en: 'Excerpt, quote and picture stay on the device. Please check that title and note do without such data.',
    },
    personalData: ['health', 'tax_id', 'iban'],
    effects: ['strip', 'warn'],
  },
  {
    ...NOTHING,
    id: 'personal-data',
    title: { de: 'Personenbezogene Daten', en: 'Personal data' },
    text: {
      de: 'Bitte prüfen, ob Auszug, Titel und Notiz ohne diese Angaben auskommen.',
      en: 'Please check that excerpt, title and note do without such data.',
    },
    personalData: ['birth_date', 'personnel_number', 'email_list', 'phone', 'postal_address'],
    effects: ['warn'],
  },
  {
    ...NOTHING,
    id: 'news',
    title: { de: 'Artikel aus Zeitungen und Nachrichtenseiten', en: 'Articles of newspapers and news sites' },
    text: {
      de: 'Das Presserecht lässt Adresse, Titel und ein kurzes Zitat zu. Auszug und Bild bleiben auf dem Gerät.',
      en: 'Press law allows address, title and a short quote. Excerpt and picture stay on the device.',
    },
    kinds: ['news'],
    effects: ['strip'],
    parts: ['excerpt', 'picture'],
  },
];

/** The company's rules with those of ours that it did not replace, in the order in which they are looked at. */
export const rulesWithBuiltIn = (own: readonly Rule[]): Rule[] => {
  const ids = new Set(own.map(({ id }) => id));
  return [...own, ...BUILT_IN_RULES.filter(({ id }) => !ids.has(id))];
};
