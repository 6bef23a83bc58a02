import { describe, expect, it } from 'vitest';
import { languageTag } from '../../capture/language.ts';
import { languageOfText } from '../../capture/language-of-text.ts';

describe('the language of a text', () => {
  it.each([
    [
      'de',
      'Die Lehrwerkstatt in Halle 4 ist seit Montag offen, und sie wird nicht nur von den Auszubildenden für ihre Arbeit benutzt.',
    ],
    [
      'en',
      'The workshop in hall 4 has been open since Monday, and it is used for more than the work of the apprentices in that hall.',
    ],
    [
      'fr',
      'La halle est ouverte depuis lundi, et les apprentis y sont dans une équipe qui travaille pour la ligne sur le site des machines.',
    ],
    [
      'es',
      'La nave está abierta desde el lunes, y los aprendices que trabajan en ella hacen una parte de las piezas para la línea con un equipo.',
    ],
    [
      'pl',
      'Hala jest otwarta od poniedziałku i nie tylko uczniowie pracują w niej na co dzień, jak się mówi, do późna z całym zespołem.',
    ],
    [
      'cs',
      'Hala je otevřena od pondělí a v ní se učí na strojích ti, kteří do závodu přišli z okolí, že by se to jim líbilo pro radost.',
    ],
    ['ru', 'Цех открыт с понедельника, и в нём работают не только ученики, но и те, кто их учит, вместе с мастерами.'],
    ['uk', 'Цех відкрито з понеділка, і в ньому працюють не лише учні, а й ті, хто їх навчає, разом із майстрами.'],
    ['ar', 'افتتحت الورشة يوم الاثنين في القاعة الرابعة ويعمل فيها المتدربون مع مدربيهم كل يوم حتى المساء تقريبا.'],
    [
      'zh',
      '车间自星期一起开放，学徒们每天都在那里工作到傍晚，和他们的师傅一起制造零件，也学习如何维护机器设备，并且为参观的人介绍他们的工作内容和学习情况。',
    ],
    [
      'ja',
      '工場は月曜日から開いています。見習いたちは毎日そこで夕方まで働き、師匠と一緒に部品を作りながら、機械の手入れの仕方も学んでいるということです。',
    ],
  ])('is %s', (lang, text) => {
    expect(languageOfText(text)).toMatchObject({ lang });
  });

  it('is unknown of a few words', () => {
    expect(languageOfText('Halle 4')).toBeNull();
    expect(languageOfText('Lorem Ipsum Dolor '.repeat(20))).toBeNull();
  });

  it('is not told by the few words between numbers', () => {
    const line = 'und 1.234.567,00 | 2.345.678,00 | 3.456.789,00 | 4.567.890,00\n';
    expect(languageOfText(line.repeat(8))).toBeNull();
  });
});

describe('language tags', () => {
  it.each([
    ['en_us', 'en-US'],
    ['DE', 'de'],
    ['de_DE.UTF-8', 'de-DE'],
    ['zh-hant-tw', 'zh-Hant-TW'],
    ['fr, en', 'fr'],
  ])('%s is %s', (text, tag) => {
    expect(languageTag(text)).toBe(tag);
  });

  it.each(['English', '', 'x', 'de-'])('"%s" is none', (text) => {
    expect(languageTag(text)).toBeNull();
  });
});
