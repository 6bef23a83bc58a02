import { expect, test } from 'vitest';
import { rulesText } from '../../components/rules/rule-words.ts';
import { rulesView } from '../../components/rules/rules-view.ts';
import { effectsOf, factsOf, NO_BOOK } from '../../desk/rules/effects.ts';
import { NOW } from '../gallery/samples/company.ts';
import { draft } from '../storage/device.ts';

test('[IN1] what is left out of a confidential page and what it waits for have one reason, said once', () => {
  const page = { ...draft(), found: { markings: ['confidential' as const], personalData: [] } };
  const effects = effectsOf(factsOf({ ...page, departmentId: 'hr' }), NO_BOOK);
  const said = rulesText('de', rulesView(effects, page, [], NOW));
  expect(said).toContain('Veröffentlicht wird erst nach einer Freigabe.');
  expect(said.match(/Die Seite ist als vertraulich gekennzeichnet\./g)).toHaveLength(1);
});
