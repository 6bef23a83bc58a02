import { describe, expect, test } from 'vitest';
import { personalDataIn } from '../../../desk/rules/personal-data/personal-data.ts';
import type { PersonalData } from '../../../protocol/found.ts';

describe('[IN1] personal data is known by its form', () => {
  test.each<[string, PersonalData[]]>([
    ['Konto DE12 5001 0517 0648 4898 90 bei der Bank', ['iban']],
    ['Steuer-ID 86 095 742 719', ['tax_id']],
    ['steuerliche Identifikationsnummer: 86095742719', ['tax_id']],
    ['Versicherungsnummer 65 170839 J 003', ['tax_id']],
    ['Mobil: 0151 23456789', ['phone']],
    ['Frau Petersen, Tel. +49 421 555-1234', ['phone']],
    ['Durchwahl von Herrn Diers: 0421 555-412', ['phone']],
    ['anna.b@x.example; c.dorn@x.example; e.falk@x.example', ['email_list']],
    ['geb. 12.03.1984 in Bremen', ['birth_date']],
    ['Date of birth: 12 March 1984', ['birth_date']],
    ['Personalnummer: 004711', ['personnel_number']],
    ['Employee ID 4711', ['personnel_number']],
    ['Frau Petersen ist seit Montag krankgeschrieben.', ['health']],
    ['Frau Petersen hat eine Lungenerkrankung.', ['health']],
    ['Frau Petersen hat einen \u212areb\u017f.', ['health']],
    ['Hanna Oltmann, Hafenstraße 12, 28195 Bremen', ['postal_address']],
    ['Wohnort: Am Alten Markt 3, 28195 Bremen', ['postal_address']],
    ['Ewan Lyle, 12 High Street, Bristol BS1 4DJ', ['postal_address']],
    ['National Insurance no. QQ 12 34 56 C', []],
    ['National Insurance no. JT 55 20 18 C', ['tax_id']],
  ])('%s', (text, kinds) => expect(personalDataIn(text)).toEqual(kinds));
});

describe('[IN1] what only looks like it is none', () => {
  test.each([
    'Zentrale: 0421 555-0',
    'Pressestelle, Tel. 0421 555-120',
    'Nordwerk GmbH, Hafenstraße 12, 28195 Bremen',
    'Jeder kennt DE89 3704 0044 0532 0130 00 aus dem Handbuch.',
    'Spendenkonto: DE12 5001 0517 0648 4898 90',
    'Konto DE89 3704 0044 0532 0130 01',
    'Die Aktion läuft vom 01.02.2026 bis 03.04.2026.',
    'Artikelnummer 04711-0815',
    'ISBN 978-3-16-148410-0',
    'Schreiben an info@x.example, presse@x.example oder service@x.example',
    'Neue Regeln zur Krankmeldung gelten ab Januar.',
    'Die Firma wurde am 12.03.1984 gegründet.',
    'Im Jahr 2026 wurden 12 345 678 Euro investiert.',
    '86 095 742 718',
    'Versicherungsnummer 65 170839 J 008',
    'Der Weg 4 führt nach Norden.',
  ])('%s', (text) => expect(personalDataIn(text)).toEqual([]));
});

test('hostile texts take time with their length and no more', () => {
  for (const piece of ['0 ', 'DE89 ', 'a@', '1 A Street ', 'weg 1 ', '(0)', '+49', 'geb. ', 'diagnos', 'Herr ', 'A1'])
    personalDataIn(piece.repeat(Math.floor(200_000 / piece.length)));
});
