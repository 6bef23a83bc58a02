/** GitHub, GitLab, questions and answers of developers, papers and law. */
import type { AddressRule } from '../../protocol/address-rules.ts';

const STACK_EXCHANGE = [
  'stackoverflow.com',
  '*.stackexchange.com',
  'superuser.com',
  'serverfault.com',
  'askubuntu.com',
];

export const CODE: readonly AddressRule[] = [
  // Owner and name know no case, paths in a repository do. Issues and pull requests share their numbers.
  { hosts: ['github.com'], paths: ['/{owner:lower}/{name:lower}.git'], to: '/{owner}/{name}' },
  {
    hosts: ['github.com'],
    paths: ['/{owner:lower}/{name:lower}/pull/{id:number}', '/{owner:lower}/{name:lower}/issues/{id:number}'],
    to: '/{owner}/{name}/issues/{id}',
    keep: [],
    fragment: 'drop',
  },
  { hosts: ['github.com'], paths: ['/{owner:lower}/{name:lower}/{rest:path}'], to: '/{owner}/{name}/{rest}' },
  { hosts: ['github.com'], paths: ['/{owner:lower}'], to: '/{owner}' },
  { hosts: ['github.com'], drop: ['tab=readme-ov-file', 'plain=1', 'notification_referrer_id', 'readme=1'] },

  // GitLab put `/-/` between project and page; both lead to the same.
  { paths: ['/{base:path}/-/work_items/{id:number}'], to: '/{base}/issues/{id}' },
  ...['issues', 'merge_requests', 'epics', 'snippets', 'milestones', 'pipelines', 'jobs'].map(
    (kind): AddressRule => ({ paths: [`/{base:path}/-/${kind}/{id:number}`], to: `/{base}/${kind}/{id}` }),
  ),
  ...['blob', 'tree', 'wikis', 'commit', 'commits', 'raw', 'releases', 'tags'].map(
    (kind): AddressRule => ({
      paths: [`/{group}/{project}/-/${kind}/{rest:path}`],
      to: `/{group}/{project}/${kind}/{rest}`,
      drop: ['ref_type', 'plain=1'],
    }),
  ),
  { paths: ['/**'], has: ['ref_type=heads'], drop: ['ref_type'] },

  {
    hosts: STACK_EXCHANGE,
    paths: [
      '/questions/{id:number}',
      '/questions/{id:number}/{title}',
      '/questions/{id:number}/{title}/{answer:number}',
      '/q/{id:number}',
      '/q/{id:number}/{user:number}',
    ],
    to: '/questions/{id}',
    keep: ['page'],
    fragment: 'drop',
  },

  { hosts: ['arxiv.org'], drop: ['context'] },
  { hosts: ['dx.doi.org'], host: 'doi.org' },
  { hosts: ['eur-lex.europa.eu'], drop: ['qid', 'rid'] },
];
