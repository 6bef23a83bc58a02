/** Written by tests/extraction/training/train-text.ts; not by hand. See text-model.ts for what it means. */
import type { ForestSource } from './text-model.ts';
export const FIRST_FOREST: ForestSource = { bias: 0, step: 1, questions: '', trees: '' };
export const SECOND_FOREST: ForestSource = { bias: 0, step: 1, questions: '', trees: '' };
