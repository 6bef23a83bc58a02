import { testFortyRounds } from './forty-rounds.ts';

testFortyRounds('sqlite');
