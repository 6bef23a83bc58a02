/** Clips as people of Nordwerk would make them. */
import type { Clip, ClipKind } from '../../../protocol/clip.ts';
import { DAY, HOUR, NOW } from './company.ts';

export const uuid = (n: number): string => `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`;

export function clip(n: number, rest: Partial<Clip> & { title: string; kind: ClipKind }): Clip {
  return {
    id: uuid(n),
    address: `https://intranet.nordwerk.example/seite/${n}`,
    canonicalAddress: null,
    siteName: 'Nordwerk Intranet',
    byline: [],
    lang: 'de',
    published: null,
    modified: null,
    excerpt: '',
    quote: null,
    quotePlace: null,
    access: 'full',
    context: null,
    clippedImage: null,
    cut: [],
    found: { markings: [], personalData: [] },
    departmentId: 'personal',
    goalId: 'nachwuchs',
    note: '',
    picture: null,
    capturedAt: NOW - n * HOUR,
    ...rest,
  };
}

export const WORKSHOP = clip(1, {
  title: 'Neue Ausbildungswerkstatt: 40 Plätze, eine Fräse aus dem 3-D-Drucker und sehr viel Stolz',
  kind: 'intranet',
  excerpt:
    'Am Montag haben die ersten Auszubildenden ihre Arbeitsplätze bezogen. Die Werkstatt haben sie mitgeplant: von der Beleuchtung bis zur Werkbank, die sich auf jede Größe einstellen lässt.',
  note: 'Die Azubis würden gern selbst davon erzählen.',
  capturedAt: NOW - 3 * HOUR,
});

export const WIND = clip(2, {
  title: 'Getriebe für Windräder: Prüfstand läuft im Dauerbetrieb',
  kind: 'wiki',
  siteName: 'Nordwerk Wiki',
  address: 'https://wiki.nordwerk.example/Prüfstand_4',
  departmentId: 'entwicklung',
  goalId: 'zukunft',
  clippedImage: {
    address: 'https://wiki.nordwerk.example/bilder/pruefstand-4.jpg',
    alt: 'Prüfstand 4 mit offenem Getriebe',
    caption: 'Prüfstand 4 im Dauerbetrieb',
    width: 1600,
    height: 1000,
    credit: 'Foto: Tjark Brodersen',
    licence: '',
  },
  excerpt: 'Prüfstand 4 hat 10.000 Stunden ohne Störung hinter sich. Das gab es in dieser Leistungsklasse noch nie.',
  capturedAt: NOW - 2 * DAY,
});

export const HARBOUR = clip(3, {
  title: 'Hafen bekommt Landstrom: Schiffe dürfen die Motoren abstellen',
  kind: 'news',
  siteName: 'Hafen-Anzeiger',
  address: 'https://hafen-anzeiger.example/landstrom',
  departmentId: 'nachhaltigkeit',
  goalId: 'vertrauen',
  byline: ['Karin Thode'],
  published: '2026-11-18',
  excerpt: 'Ab dem Frühjahr liegen die Fähren leise am Kai. Die Umrichter dafür kommen aus der Nachbarschaft.',
  quote: 'Die Umrichter dafür kommen aus der Nachbarschaft.',
  quotePlace: 'text=Die%20Umrichter%20daf%C3%BCr%20kommen%20aus%20der%20Nachbarschaft.',
  access: 'excerpt_only',
  note: 'Das sind unsere! Wissen das die Leute hier?',
  capturedAt: NOW - 26 * HOUR,
});

export const REPORT = clip(4, {
  title: 'Customer survey 2026: what our service teams are praised for',
  kind: 'document',
  siteName: null,
  address: 'https://files.nordwerk.example/survey-2026.pdf',
  lang: 'en',
  departmentId: 'vertrieb',
  goalId: null,
  context: { address: 'https://intranet.nordwerk.example/service', title: 'Service: Zahlen und Berichte' },
  access: 'scanned',
  excerpt:
    'Nine out of ten customers would recommend the service team. The reason named most often is a call back on the same day.',
  capturedAt: NOW - 9 * DAY,
});

export const ARABIC = clip(5, {
  title: 'ورشة التدريب الجديدة في المصنع تفتح أبوابها 🎉',
  kind: 'other',
  siteName: 'أخبار الميناء',
  lang: 'ar',
  excerpt: 'زار الضيوف الورشة الجديدة يوم الاثنين، وتحدثوا مع المتدربين عن مشاريعهم.',
  capturedAt: NOW - 5 * HOUR,
});

/** Wider than any window on one line: who wrote it, the department and the goal. */
export const AUTHORS = clip(7, {
  title: 'Ein Jahr Werkverkehr: was die Umstellung auf elektrische Schlepper gebracht hat und was noch fehlt',
  kind: 'news',
  siteName: 'Zeitung für Wirtschaft und Verkehr im Norden',
  byline: ['Dr. Friederike Wintermantel-Hohenschwangau', 'Redaktionsgemeinschaft Küste und Binnenland'],
  published: '2026-11-18',
  departmentId: 'nachhaltigkeit',
  goalId: 'vertrauen',
  excerpt: 'Seit einem Jahr fahren zwischen Halle 3 und dem Hafen nur noch elektrische Schlepper.',
  capturedAt: NOW - 7 * HOUR,
});

export const ENDLESS = clip(6, {
  title:
    'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsversammlungsprotokoll und alles, was in der Sitzung des erweiterten Arbeitskreises über Werkverkehr, Parkflächen, Fahrradabstellanlagen, Ladesäulen und die Buslinie 7 gesagt, gefragt, beantwortet und vertagt worden ist',
  kind: 'intranet',
  excerpt: 'x'.repeat(300),
  cut: ['title', 'excerpt', 'text'],
});
