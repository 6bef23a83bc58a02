/** What the popup knows of the page in front, and what of it goes into a clip. */
import type { ClipFormValues, DocumentState, PageView } from '../../components/popup/popup-props.ts';
import type { CaptureFailure } from '../../components/problems.ts';
import { bothFound } from '../../desk/rules/both-found.ts';
import type { ClipDraft } from '../../protocol/clip.ts';
import { saidFields } from '../../protocol/said-fields.ts';
import type { FormDraft } from '../../storage/rows.ts';
import type { DocumentCapture } from '../browser/capture-document.ts';
import { draftFromTab } from '../browser/capture-tab.ts';
import type { TakenPicture } from '../browser/picture.ts';
import { pictureUrl } from '../browser/picture-url.ts';
import type { Typed } from './form.ts';

/** What was found out about the tab, before any database was asked. */
export type TabReading = {
  draft: ClipDraft | null;
  failure: CaptureFailure | null;
  picture: Promise<TakenPicture | null>;
  /** The page read again once its text had arrived; null where it was all there. */
  later: Promise<ClipDraft | null>;
  /** The tab shows a file: reads it, as often as it is asked. Null for pages. */
  readFile: (() => Promise<DocumentCapture | null>) | null;
};

export type Page = Pick<TabReading, 'draft' | 'failure'> & {
  picture: TakenPicture | null;
  document: DocumentState | null;
};

/** The page with what its file says, as far as it could be read. */
export function withFile(page: Page, file: DocumentCapture | null): Page {
  if (file === null) return { ...page, document: null };
  const { draft, note, allow, picture } = file;
  return {
    ...page,
    draft: draft === null || page.draft === null ? (draft ?? page.draft) : withInside(page.draft, draft),
    picture: picture ?? page.picture,
    document: note === null ? null : { kind: 'note', note, allow },
  };
}

/** The page around a file knows its site, and the file may say nothing of itself: what was found stays. */
const withInside = (page: ClipDraft, file: ClipDraft): ClipDraft => ({
  ...page,
  ...saidFields(file),
  siteName: page.siteName,
  cut: file.title === page.title ? page.cut : file.cut,
  found: bothFound(page.found, file.found),
  signals: { ...page.signals, ...file.signals },
});

/** What the tab showed when it was photographed is not what it shows now. */
export const isPictureOf = ({ failure }: Pick<Page, 'failure'>): boolean => failure !== 'navigated';

export function pageView(page: Page): PageView | null {
  if (page.draft === null) return null;
  const { address, siteName, byline, published, kind, excerpt, quote, cut, access } = page.draft;
  return {
    address,
    siteName,
    byline,
    published,
    kind,
    excerpt,
    quote,
    cut,
    access,
    pictureUrl: pictureUrl(page.picture),
    document: page.document,
  };
}

/**
 * What is saved: the page as it was read, or what the person typed where it could not be. Null when
 * that is no web address.
 */
export function draftToSave({ draft }: Page, { address, title }: ClipFormValues): ClipDraft | null {
  const typed = withScheme(address.trim());
  return draft !== null && draft.address === typed ? draft : draftFromTab(typed, title);
}

/** As browsers do with what is typed into their address bar. */
const withScheme = (address: string): string => (/^[a-z][a-z0-9+.-]*:/i.test(address) ? address : `https://${address}`);

/**
 * A form that was closed before it was saved, as if it had just been typed. Title and address that only the page had
 * given follow the page again: a document may have said a better title by now, and the same page have another address.
 */
export const typedBefore = ({ draft, address, title, departmentId, goalId, note }: FormDraft): Typed => ({
  note,
  ...(address === draft?.address ? {} : { address }),
  ...(title === draft?.title ? {} : { title }),
  // Without a department there was no goal to choose either: both are suggested once there are some.
  ...(departmentId === null ? {} : { departmentId, goalId }),
});
