import { describe, expect, it } from 'vitest';
import { namesIn } from '../../capture/names.ts';

describe('names in a byline', () => {
  it.each([
    ['Von Anna Beispiel und Jörg Muster, 22.11.2026', ['Anna Beispiel', 'Jörg Muster']],
    ['By Anna Example | November 22, 2026', ['Anna Example']],
    ['Written by: Anna Example, Paul O’Sample', ['Anna Example', 'Paul O’Sample']],
    ['Ein Kommentar von Anna Beispiel', ['Anna Beispiel']],
    ['Anna Example <anna@example.com>', ['Anna Example']],
    ['著者：山田太郎', ['山田太郎']],
    ['بقلم: سلمى الخطيب', ['سلمى الخطيب']],
    ['Автор: Анна Примерова', ['Анна Примерова']],
    ['Text & Fotos: Anna Beispiel', ['Anna Beispiel']],
    ['Redaktion: Anna Beispiel (Pressesprecherin des Werks)', ['Anna Beispiel']],
    ['Thread starter anna4711', ['anna4711']],
    ['By İpek Şahin, published yesterday', ['İpek Şahin']],
    ['•Von Anna Beispiel', ['Anna Beispiel']],
    ['Anna Beispiel Veröffentlicht22.11.2026', ['Anna Beispiel']],
    ['AnnaAusDerGießerei Discussion starter', ['AnnaAusDerGießerei']],
  ])('reads "%s"', (line, names) => {
    expect(namesIn(line)).toEqual(names);
  });

  it.each([
    'https://example.com/anna',
    'admin',
    '22.11.2026',
    '12',
    '',
    'View all posts',
    'Sat',
    'Dezember 10',
    'A Offline',
    'Seite 1 von 2',
    'StartSeiteKontakt Hilfe',
  ])('finds nobody in "%s"', (line) => {
    expect(namesIn(line)).toEqual([]);
  });
});
