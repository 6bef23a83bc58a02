import { testFortyRounds } from './forty-rounds.ts';

testFortyRounds('postgres');
