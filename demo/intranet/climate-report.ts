import type { PdfText } from './pdf.ts';

export const CLIMATE_REPORT: PdfText = {
  title: 'Klimabericht 2025: Wo wir stehen und was als Nächstes kommt',
  author: 'Nora Lindqvist, Nachhaltigkeit und Energie',
  paragraphs: [
    'Nordwerk hat 2025 an seinen drei Standorten 11.840 Tonnen CO2 ausgestoßen, 14 Prozent weniger als im Jahr zuvor. ' +
      'Den größten Anteil daran hat die neue Wärmerückgewinnung der Gießerei in Halle 4: Ihre Abwärme heizt seit März ' +
      'die Montage und das Verwaltungsgebäude.',
    'Nicht alles ist gelungen. Der Umbau der Fahrzeugflotte liegt ein halbes Jahr zurück, weil Ladepunkte am Standort ' +
      'Süd fehlten. Sie werden im Februar gebaut; danach sollen die ersten zwölf Lieferwagen elektrisch fahren.',
    'Was unsere Pumpen beim Kunden sparen, zählt nicht in diese Bilanz, ist aber größer als sie: Allein die 310 im ' +
      'Jahr 2025 ausgelieferten Aggregate der Baureihe NP 400 senken den Strombedarf der Klärwerke, in denen sie ' +
      'laufen, um rund 9 Gigawattstunden im Jahr.',
    'Drei Vorhaben für 2026: Solardach auf Halle 2 (1,2 Megawatt), Umstellung der Lackiererei auf wasserbasierte ' +
      'Lacke, und ein Energiegespräch je Quartal in jeder Schicht. „Die besten Hinweise kamen von denen, die nachts ' +
      'an der Anlage stehen“, sagt Werkleiterin Meike Folkerts.',
    'Fragen und Hinweise an die Stabsstelle Nachhaltigkeit und Energie, donnerstags von 14 bis 15 Uhr.',
  ],
};
