import { expect, test } from 'vitest';
import { authorsIn } from '../../../capture/documents/authors.ts';

test.each([
  ['Nora Lindqvist', ['Nora Lindqvist']],
  ['Müller, Anna', ['Anna Müller']],
  ['von der Heide, Karl Otto', ['Karl Otto von der Heide']],
  ['Müller, Anna; Muster, Jörg', ['Anna Müller', 'Jörg Muster']],
  ['Anna Müller, Jörg Muster', ['Anna Müller', 'Jörg Muster']],
  ['Anna Müller und Jörg Muster', ['Anna Müller', 'Jörg Muster']],
  ['Nora Lindqvist, Nachhaltigkeit und Energie', ['Nora Lindqvist']],
  ['Müller, Anna (Werk Süd)', ['Anna Müller']],
  ['Anna Müller <anna.mueller@nordwerk.example>', ['Anna Müller']],
  ['Stiftung Warentest', ['Stiftung Warentest']],
  ['jmueller04', []],
  ['Administrator', []],
  ['Microsoft Office User', []],
  ['python-docx', []],
  ['', []],
  ['Anna Müller; Anna Müller', ['Anna Müller']],
])('%s', (property, names) => expect(authorsIn(property)).toEqual(names));
