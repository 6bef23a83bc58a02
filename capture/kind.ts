/** What kind of page this is, as the person would say it. They can change it; editors filter by it. */
import type { ClipKind } from '../protocol/clip.ts';
import { isPrivateHost } from '../protocol/private-host.ts';
import type { Evidence } from './evidence.ts';
import { metaValue } from './meta.ts';
import { parsedUrl } from './parsed-url.ts';

const WIKI_SOFTWARE = `mediawiki,confluence,dokuwiki,xwiki,twiki,foswiki,bluespice,moinmoin,tiki wiki,tikiwiki,bookstack,wiki.js,outline,gitlab wiki`;
/** Asked only of names with one of `WIKI_PARTS` in them: few pages are a wiki's. */
const WIKI_BODY = /\b(?:mediawiki|mw-body|mw-parser-output|wiki-content|confluence-\w+|dokuwiki|xwiki|bluespice)\b/;
const WIKI_PARTS = ['wiki', 'mw-', 'confluence', 'bluespice'];
const DOCUMENT_TYPES = /^application\/(?:pdf|msword|rtf|vnd\.(?:ms-|openxmlformats|oasis))/;
const DOCUMENTS = new Set('pdf doc docx xls xlsx ppt pptx odt ods odp rtf'.split(' '));
const OFFICE_PATH = /\/_layouts\/15\/(?:doc|wopiframe)\w*\.aspx|\/:[wxpbo]:\//;
const NEWS = new Set(
  `NewsArticle ReportageNewsArticle AnalysisNewsArticle BackgroundNewsArticle OpinionNewsArticle ReviewNewsArticle
   LiveBlogPosting PressRelease Article BlogPosting`.split(/\s+/),
);

/** How names of meta tags begin that only Confluence writes. */
const WIKI_NAMES = ['confluence-', 'ajs-space', 'ajs-page', 'ajs-latest'];

export function readKind({ page, meta, things }: Evidence): { value: ClipKind; from: string } {
  const url = parsedUrl(page.address);
  if (page.contentType !== 'text/html' && DOCUMENT_TYPES.test(page.contentType.toLowerCase()))
    return { value: 'document', from: 'content type' };
  if (url !== null && isDocument(url)) return { value: 'document', from: 'address' };
  const software = metaValue(meta, 'generator', 'application-name').toLowerCase();
  if (WIKI_SOFTWARE.split(',').some((name) => software.includes(name))) {
    return { value: 'wiki', from: 'meta generator' };
  }
  const names = [...meta.values.keys()];
  if (names.some((name) => WIKI_NAMES.some((start) => name.startsWith(start)))) {
    return { value: 'wiki', from: 'meta confluence' };
  }
  const top = page.nodes.slice(0, 200).filter(({ depth }) => depth <= 4);
  if (top.some(({ hints }) => WIKI_PARTS.some((part) => hints.includes(part)) && WIKI_BODY.test(hints)))
    return { value: 'wiki', from: 'class' };
  if (url !== null && isPrivateHost(url.hostname)) return { value: 'intranet', from: 'address' };
  if (things.some(({ types }) => types.some((type) => NEWS.has(type)))) return { value: 'news', from: 'json-ld type' };
  if (metaValue(meta, 'og:type') === 'article') return { value: 'news', from: 'meta og:type' };
  return names.some((name) => name.startsWith('article:'))
    ? { value: 'news', from: 'meta article' }
    : { value: 'other', from: '' };
}

function isDocument({ hostname, pathname }: Readonly<URL>): boolean {
  const path = pathname.toLowerCase();
  const dot = path.lastIndexOf('.');
  if (dot !== -1 && DOCUMENTS.has(path.slice(dot + 1))) return true;
  if ((path.includes('/_layouts/') || path.includes('/:')) && OFFICE_PATH.test(path)) return true;
  return path !== '/' && (OFFICE_HOSTS.has(hostname) || hostname.endsWith('.officeapps.live.com'));
}

const OFFICE_HOSTS = new Set(['docs.google.com', 'drive.google.com', 'officeapps.live.com']);
