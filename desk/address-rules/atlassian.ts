/** Confluence and Jira, in the cloud and self-hosted under any path, and Trello. */
import type { AddressRule } from '../../protocol/address-rules.ts';

const PAGE = '/{base}/pages/viewpage.action?pageId={id}';
/** A version that is not the newest is another page. */
const VERSION = ['pageId', 'pageVersion', 'version'];

export const ATLASSIAN: readonly AddressRule[] = [
  // The number names the page, the title may change.
  {
    paths: [
      '/{base:path}/spaces/{space}/pages/{id:number}',
      '/{base:path}/spaces/{space}/pages/{id:number}/{title}',
      '/{base:path}/spaces/{space}/pages/edit/{id:number}',
      '/{base:path}/spaces/{space}/pages/edit-v2/{id:number}',
    ],
    to: PAGE,
    keep: VERSION,
    fragment: 'drop',
  },
  {
    paths: ['/{base:path}/pages/viewpage.action'],
    has: ['pageId={id:number}'],
    to: PAGE,
    keep: VERSION,
    fragment: 'drop',
  },
  {
    paths: ['/{base:path}/display/{space}/{title:title}'],
    to: '/{base}/display/{space}/{title}',
    drop: [
      'src',
      'focusedCommentId',
      'showComments',
      'showCommentArea',
      'preview',
      'searchId',
      'moved',
      'os_*',
      'refresh',
    ],
  },

  { paths: ['/{base:path}/browse/{key:key}'], keep: [], fragment: 'drop' },
  {
    paths: ['/jira/{kind}/projects/{project}/{where:path}', '/jira/{kind}/c/projects/{project}/{where:path}'],
    has: ['selectedIssue={key:key}'],
    to: '/browse/{key}',
    keep: [],
  },
  {
    paths: ['/{base:path}/secure/RapidBoard.jspa', '/{base:path}/secure/Dashboard.jspa'],
    has: ['selectedIssue={key:key}'],
    to: '/{base}/browse/{key}',
    keep: [],
  },
  { paths: ['/jira/{kind}/projects/{project}/issues/{key:key}'], to: '/browse/{key}', keep: [], fragment: 'drop' },
  { paths: ['/jira/{kind}/c/projects/{project}/issues/{key:key}'], to: '/browse/{key}', keep: [], fragment: 'drop' },
  {
    paths: ['/{base:path}/projects/{project}/issues/{key:key}', '/{base:path}/issues/{key:key}'],
    to: '/{base}/browse/{key}',
    keep: [],
    fragment: 'drop',
  },
  { hosts: ['*.atlassian.net'], drop: ['atlOrigin'] },

  {
    hosts: ['trello.com'],
    paths: ['/{kind:word1}/{code}/{name}', '/{kind:word1}/{code}'],
    to: '/{kind}/{code}',
    keep: [],
  },
];
