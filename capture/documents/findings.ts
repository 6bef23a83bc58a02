import type { MarkingText } from '../../protocol/found.ts';

/** What a document says of itself, of any length and form; the same for every format. */
export type DocumentFindings = {
  /** The title in its properties, as far as somebody set one. */
  statedTitle: string;
  /** The heading at its beginning, by style or by size. */
  heading: string;
  authors: readonly string[];
  lang: string | null;
  created: string | null;
  modified: string | null;
  /** What its properties say that it is about. */
  description: string;
  paragraphs: readonly string[];
  access: 'full' | 'scanned' | 'encrypted';
  /** True when there was more than a limit or the time allowed. */
  pageCut: boolean;
  /** What may mark it, beside its text: heads, feet, properties. */
  markings: readonly MarkingText[];
  /** Where these came from, such as `pdf` or `docx`; begins the name of each signal. */
  format: string;
};

export const noFindings = (format: string): DocumentFindings => ({
  statedTitle: '',
  heading: '',
  authors: [],
  lang: null,
  created: null,
  modified: null,
  description: '',
  paragraphs: [],
  access: 'full',
  pageCut: false,
  markings: [],
  format,
});

/** The inside of the file cannot be read at all. */
export class DocumentError extends Error {
  readonly kind: 'damaged' | 'unknown_format';
  constructor(kind: DocumentError['kind']) {
    super(kind);
    this.kind = kind;
  }
}
