/** Forums wherever they run: a link to a post is its thread, a later page of the thread is another page. */
import type { AddressRule } from '../../protocol/address-rules.ts';

export const FORUMS: readonly AddressRule[] = [
  // phpBB.
  { paths: ['/**/viewtopic.php'], has: ['t={t:number}'], keep: ['t', 'start'], drop: ['start=0'], fragment: 'drop' },
  { paths: ['/**/viewforum.php'], has: ['f={f:number}'], keep: ['f', 'start'], drop: ['start=0'] },

  // vBulletin, by parameter and by its name.
  {
    paths: ['/{base:path}/showthread.php?{t:number}-{title}/page{page:number}'],
    to: '/{base}/showthread.php?t={t}&page={page}',
    keep: ['t', 'page'],
  },
  {
    paths: ['/{base:path}/showthread.php?{t:number}-{title}', '/{base:path}/showthread.php?{t:number}'],
    to: '/{base}/showthread.php?t={t}',
    keep: ['t', 'page'],
    fragment: 'drop',
  },
  { paths: ['/**/showthread.php'], has: ['t={t:number}'], keep: ['t', 'page'], fragment: 'drop' },
  // MyBB.
  { paths: ['/**/showthread.php'], has: ['tid={t:number}'], keep: ['tid', 'page'], fragment: 'drop' },

  // XenForo.
  {
    paths: [
      '/{base:path}/threads/{title}.{id:number}',
      '/{base:path}/threads/{title}.{id:number}/post-{post:number}',
      '/{base:path}/threads/{title}.{id:number}/latest',
      '/{base:path}/threads/{title}.{id:number}/unread',
      '/{base:path}/threads/{title}.{id:number}/page-1',
    ],
    to: '/{base}/threads/{id}',
    keep: [],
    fragment: 'drop',
  },
  {
    paths: ['/{base:path}/threads/{title}.{id:number}/page-{page:number}'],
    to: '/{base}/threads/{id}/page-{page}',
    keep: [],
    fragment: 'drop',
  },

  // WoltLab, Invision.
  {
    paths: ['/{base:path}/thread/{id:number}-{title}'],
    to: '/{base}/thread/{id}',
    drop: ['postID', 'pageNo=1'],
    fragment: 'drop',
  },
  {
    paths: ['/{base:path}/topic/{id:number}-{title}'],
    to: '/{base}/topic/{id}',
    drop: ['do', 'comment'],
    fragment: 'drop',
  },
  { has: ['showtopic={id:number}'], keep: ['showtopic', 'st'], drop: ['st=0'], fragment: 'drop' },

  // Simple Machines: `123.msg456` is a post in topic 123.
  {
    paths: ['/{base:path}/index.php'],
    has: ['topic={id:number}.msg{post:number}'],
    to: '/{base}/index.php?topic={id}.0',
    keep: ['topic'],
  },
  { paths: ['/**/index.php'], has: ['topic={id:number}.{start}'], keep: ['topic'] },

  // Discourse: only where the host says that it is one, the path alone could be anything.
  {
    hosts: ['forum.*', 'community.*', 'discourse.*', 'discuss.*', 'meta.*', 'talk.*'],
    paths: [
      '/t/{title}/{id:number}',
      '/t/{title}/{id:number}/{post:number}',
      '/t/{id:number}',
      '/t/{title}/{id:number}/last',
    ],
    to: '/t/{id}',
    drop: ['u', 'source_topic_id'],
    fragment: 'drop',
  },
];
