/** Google's documents, files, groups and help; Miro and Figma beside them. */
import type { AddressRule } from '../../protocol/address-rules.ts';

/** An id is one file, whichever program shows it and to which of a person's accounts. */
const documentPaths = (kind: string): string[] =>
  ['', '/u/{account:number}', '/a/{domain}'].flatMap((account) => {
    const [front, back] = account.startsWith('/a') ? [account, ''] : ['', account];
    return [`${front}/${kind}${back}/d/{id:word}`, `${front}/${kind}${back}/d/{id:word}/{view}`];
  });

export const GOOGLE: readonly AddressRule[] = [
  // Published copies have ids of their own.
  { hosts: ['docs.google.com'], paths: ['/{kind}/d/e/{id:word}/{view}'], to: '/{kind}/d/e/{id}', final: true },
  {
    hosts: ['docs.google.com', 'drive.google.com'],
    paths: ['document', 'spreadsheets', 'presentation', 'forms', 'drawings', 'file'].flatMap(documentPaths),
    to: '/d/{id}',
    host: 'docs.google.com',
    // Tabs and sheets are pages of their own, except the first.
    fragment: 'params',
    keep: ['tab', 'gid'],
    drop: ['tab=t.0', 'gid=0'],
  },
  {
    hosts: ['drive.google.com', 'docs.google.com'],
    paths: ['/open', '/uc'],
    has: ['id={id:word}'],
    to: '/d/{id}',
    host: 'docs.google.com',
    keep: [],
  },
  {
    hosts: ['drive.google.com'],
    paths: [
      '/drive/folders/{id:word}',
      '/drive/u/{account:number}/folders/{id:word}',
      '/drive/mobile/folders/{id:word}',
    ],
    to: '/drive/folders/{id}',
    keep: [],
  },
  {
    hosts: ['groups.google.com'],
    paths: [
      '/g/{group}/c/{thread}',
      '/g/{group}/c/{thread}/m/{message}',
      '/u/{account:number}/g/{group}/c/{thread}',
      '/u/{account:number}/g/{group}/c/{thread}/m/{message}',
    ],
    to: '/g/{group}/c/{thread}',
    keep: [],
  },
  { hosts: ['support.google.com'], drop: ['ref_topic', 'sjid', 'visit_id', 'rd', 'authuser'] },

  { hosts: ['miro.com'], paths: ['/app/board/{id}'], keep: [] },
  {
    hosts: ['figma.com'],
    paths: ['/{kind}/{id:word}', '/{kind}/{id:word}/{title}'],
    to: '/{kind}/{id}',
    keep: ['node-id', 'page-id'],
  },
];
