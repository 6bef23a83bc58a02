/** MediaWiki, DokuWiki, Notion, Outline. */
import type { AddressRule } from '../../protocol/address-rules.ts';

const WIKIMEDIA = 'wikipedia wiktionary wikibooks wikinews wikiquote wikisource wikiversity wikivoyage wikimedia'
  .split(' ')
  .map((name) => `*.${name}.org`);

/** How a page is shown or was found; `oldid`, `diff`, `action`, `curid` and searches name another one. */
const SHOWN = `veaction section mobileaction useskin uselang wprov action=view printable redirect=no searchToken
  oldformat fromrev useparsoid`.split(/\s+/);

export const WIKIS: readonly AddressRule[] = [
  ...WIKIMEDIA.map((hosts): AddressRule => ({ hosts: [hosts.replace('*.', '*.m.')], host: hosts })),
  { hosts: WIKIMEDIA, paths: ['/wiki/{title:wiki}'], to: '/wiki/{title}', drop: SHOWN },
  { paths: ['/w/index.php'], has: ['title={title:wiki}'], to: '/wiki/{title}', drop: SHOWN },
  { paths: ['/{base:path}/index.php'], has: ['title={title:wiki}'], to: '/{base}/index.php/{title}', drop: SHOWN },
  {
    paths: ['/wiki/{title:path}', '/**/index.php/{title}'],
    drop: ['veaction', 'mobileaction', 'useskin', 'action=view'],
  },

  { paths: ['/{base:path}/doku.php/{id}'], to: '/{base}/doku.php?id={id}' },
  { paths: ['/**/doku.php'], has: ['id'], drop: ['do=show', 's[]', 'idx', 'tab', 'purge'] },

  // The number at the end names the page; `p` is a page that is shown over its database.
  {
    hosts: ['notion.so', '*.notion.site', 'notion.com', 'app.notion.com'],
    has: ['p={id:uuid}'],
    to: '/{id}',
    host: 'notion.so',
    keep: [],
    fragment: 'drop',
  },
  {
    hosts: ['notion.so', '*.notion.site', 'notion.com', 'app.notion.com'],
    paths: ['/**/{title}-{id:hex32}', '/**/{id:hex32}', '/**/{id:uuid}'],
    to: '/{id}',
    host: 'notion.so',
    keep: ['v'],
    fragment: 'drop',
  },
  {
    hosts: ['outline.*', '*.getoutline.com'],
    paths: ['/doc/{title}-{id:word10}'],
    to: '/doc/{id}',
    fragment: 'drop',
  },
];
