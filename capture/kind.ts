/** What kind of page this is, as the person would say it. They can change it; editors filter by it. */
import type { ClipKind } from '../protocol/clip.ts';
import type { Evidence } from './evidence.ts';
import { metaValue } from './meta.ts';

const WIKI_SOFTWARE =
  /mediawiki|confluence|dokuwiki|xwiki|twiki|foswiki|bluespice|moinmoin|tiki ?wiki|bookstack|wiki\.js|outline|gitlab wiki/i;
const WIKI_BODY = /\b(?:mediawiki|mw-body|mw-parser-output|wiki-content|confluence-\w+|dokuwiki|xwiki|bluespice)\b/;
const DOCUMENT_TYPES = /^application\/(?:pdf|msword|rtf|vnd\.(?:ms-|openxmlformats|oasis))/i;
const DOCUMENT_PATH = /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf)$/i;
const OFFICE_PATH = /\/_layouts\/15\/(?:doc|wopiframe)\w*\.aspx|\/:[wxpbo]:\//i;
const OFFICE_HOSTS = /^(?:docs|drive)\.google\.com$|(?:^|\.)officeapps\.live\.com$/i;
const NEWS_TYPES =
  /^(?:NewsArticle|ReportageNewsArticle|AnalysisNewsArticle|BackgroundNewsArticle|OpinionNewsArticle|ReviewNewsArticle|LiveBlogPosting|PressRelease|Article|BlogPosting)$/;

export function readKind({ page, meta, things }: Evidence): { value: ClipKind; from: string } {
  const url = URL.canParse(page.address) ? new URL(page.address) : null;
  if (DOCUMENT_TYPES.test(page.contentType)) return { value: 'document', from: 'content type' };
  if (url !== null && isDocument(url)) return { value: 'document', from: 'address' };
  if (WIKI_SOFTWARE.test(metaValue(meta, 'generator', 'application-name'))) {
    return { value: 'wiki', from: 'meta generator' };
  }
  const names = [...meta.values.keys()];
  if (names.some((name) => /^(?:confluence-|ajs-(?:space|page|latest))/.test(name))) {
    return { value: 'wiki', from: 'meta confluence' };
  }
  const top = page.nodes.slice(0, 200).filter(({ depth }) => depth <= 4);
  if (top.some(({ hints }) => WIKI_BODY.test(hints))) return { value: 'wiki', from: 'class' };
  if (url !== null && isPrivateHost(url.hostname)) return { value: 'intranet', from: 'address' };
  if (things.some(({ types }) => types.some((type) => NEWS_TYPES.test(type))))
    return { value: 'news', from: 'json-ld type' };
  if (metaValue(meta, 'og:type') === 'article') return { value: 'news', from: 'meta og:type' };
  return names.some((name) => name.startsWith('article:'))
    ? { value: 'news', from: 'meta article' }
    : { value: 'other', from: '' };
}

const isDocument = (url: URL): boolean =>
  DOCUMENT_PATH.test(url.pathname) ||
  OFFICE_PATH.test(url.pathname) ||
  (OFFICE_HOSTS.test(url.hostname) && url.pathname !== '/');

/** Hosts that only a company's own network knows: single labels, private suffixes and RFC 1918 addresses. */
export function isPrivateHost(host: string): boolean {
  const name = host.toLowerCase().replace(/\.$/, '');
  if (name.startsWith('[')) return /^\[(?:::1|f[cd]|fe[89ab])/.test(name);
  if (/^\d+\.\d+\.\d+\.\d+$/.test(name)) {
    return /^(?:10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.|169\.254\.)/.test(name);
  }
  if (!name.includes('.')) return true;
  return /(?:^|\.)(?:intranet|intern|intra|corp|internal|local|localhost|lan|home|private)(?:\.|$)|\.sharepoint\.com$/.test(
    name,
  );
}
