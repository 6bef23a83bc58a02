/** Collects runs of text as paragraphs, as far as a draft has room for them. */
import { LIMITS } from '../../../protocol/limits.ts';

export type ParagraphWriter = {
  readonly paragraphs: string[];
  add(text: string): void;
  /** Ends the paragraph; an empty one is none. @returns its text */
  end(): string;
  /** Until `endRow`, paragraphs are cells of one row, on one line. */
  startRow(): void;
  endCell(): void;
  endRow(): void;
  isFull(): boolean;
};

export function paragraphWriter(): ParagraphWriter {
  const paragraphs: string[] = [];
  let length = 0;
  let current = '';
  let row: { cells: string[]; cell: string[] } | null = null;
  /** Tables stand in cells of others; only the outermost makes rows. */
  let depth = 0;
  const keep = (text: string) => {
    if (text === '') return;
    paragraphs.push(text);
    length += text.length + 1;
  };
  return {
    paragraphs,
    add(text) {
      if (current.length <= LIMITS.pageText) current += text;
    },
    end() {
      const text = current.replace(/\s+/g, ' ').trim();
      current = '';
      if (row === null) keep(text);
      else if (text !== '') row.cell.push(text);
      return text;
    },
    startRow() {
      depth += 1;
      row ??= { cells: [], cell: [] };
    },
    endCell() {
      if (row === null || depth !== 1) return;
      if (row.cell.length > 0) row.cells.push(row.cell.join(' '));
      row.cell = [];
    },
    endRow() {
      depth = Math.max(0, depth - 1);
      if (row === null || depth > 0) return;
      keep(row.cells.join(' | '));
      row = null;
    },
    isFull: () => length > LIMITS.pageText,
  };
}
