/** Posts, profiles and jobs of social networks: the number of a post names it, comments stand in its thread. */
import type { AddressRule } from '../../protocol/address-rules.ts';

const FACEBOOK_WAY = `__tn__ __cft__* __xts__* ref refsrc refid comment_id reply_comment_id notif_t notif_id sfnsn rdid
  share_url paipv eav _rdr locale hc_ref fref acontext comment_tracking type=3 m_entstream_source wtsid`.split(/\s+/);

export const SOCIAL: readonly AddressRule[] = [
  {
    hosts: ['twitter.com', 'mobile.twitter.com', 'mobile.x.com', 'x.com'],
    paths: ['/{user}/status/{id:number}/**', '/i/web/status/{id:number}/**', '/{user}/statuses/{id:number}'],
    to: '/i/status/{id}',
    keep: [],
    fragment: 'drop',
  },
  {
    hosts: ['twitter.com', 'mobile.twitter.com', 'mobile.x.com', 'x.com'],
    host: 'x.com',
    drop: ['s', 'lang', 'ref_src'],
  },

  {
    hosts: ['*.linkedin.com'],
    paths: ['/feed/update/urn:li:activity:{id:number}', '/posts/{slug}-activity-{id:number}-{code:word4}'],
    to: '/feed/update/urn:li:activity:{id}',
    host: 'linkedin.com',
    keep: [],
  },
  { hosts: ['linkedin.com'], paths: ['/feed/update/{urn}'], keep: [] },
  {
    hosts: ['*.linkedin.com'],
    paths: ['/jobs/**'],
    has: ['currentJobId={id:number}'],
    to: '/jobs/view/{id}',
    host: 'linkedin.com',
    keep: [],
  },
  {
    hosts: ['*.linkedin.com'],
    paths: ['/jobs/view/{title}-{id:number}', '/jobs/view/{id:number}'],
    to: '/jobs/view/{id}',
    host: 'linkedin.com',
    keep: [],
  },
  {
    hosts: ['*.linkedin.com'],
    paths: ['/in/{name:lower}', '/company/{name:lower}/**', '/pulse/{title}', '/school/{name}/**'],
    host: 'linkedin.com',
    drop: ['trk', 'trackingid', 'lipi', 'originalsubdomain', 'rcm', 'midtoken', 'midsig', 'refid'],
  },
  { hosts: ['linkedin.com'], drop: ['trk', 'trackingid', 'lipi', 'rcm', 'refid', 'midtoken', 'midsig'] },

  ...['m', 'mbasic', 'touch', 'web', 'de-de', 'en-gb', 'business'].map(
    (name): AddressRule => ({ hosts: [`${name}.facebook.com`], host: 'facebook.com' }),
  ),
  { hosts: ['facebook.com'], paths: ['/story.php'], to: '/permalink.php' },
  { hosts: ['facebook.com'], paths: ['/permalink.php'], keep: ['story_fbid', 'id'], fragment: 'drop' },
  { hosts: ['facebook.com'], paths: ['/photo.php', '/photo'], has: ['fbid'], to: '/photo', keep: ['fbid'] },
  { hosts: ['facebook.com'], paths: ['/watch'], has: ['v={id:number}'], to: '/watch?v={id}', keep: ['v'] },
  { hosts: ['facebook.com'], paths: ['/{page}/posts/{slug}/{id:number}'], to: '/{page}/posts/{id}' },
  { hosts: ['facebook.com'], paths: ['/{page}/videos/{slug}/{id:number}'], to: '/{page}/videos/{id}' },
  { hosts: ['facebook.com'], paths: ['/groups/{group}/permalink/{id:number}'], to: '/groups/{group}/posts/{id}' },
  { hosts: ['facebook.com'], drop: FACEBOOK_WAY },

  {
    hosts: ['instagram.com'],
    paths: ['/{kind:word1}/{code}', '/{user}/{kind:word1}/{code}'],
    to: '/{kind}/{code}',
    keep: [],
  },
  {
    hosts: ['instagram.com'],
    paths: ['/reel/{code}', '/{user}/reel/{code}', '/reels/{code}'],
    to: '/reel/{code}',
    keep: [],
  },
  { hosts: ['*.tiktok.com'], paths: ['/@{user}/video/{id:number}'], host: 'tiktok.com', keep: [] },
  { hosts: ['threads.net', 'threads.com'], paths: ['/@{user}/post/{code}'], host: 'threads.com', keep: [] },

  { hosts: ['redd.it'], paths: ['/{id:word}'], to: '/comments/{id}', host: 'reddit.com', keep: [] },
  {
    hosts: ['*.reddit.com'],
    paths: ['/r/{group}/comments/{id:word}/**', '/user/{name}/comments/{id:word}/**', '/comments/{id:word}/**'],
    to: '/comments/{id}',
    host: 'reddit.com',
    keep: [],
    fragment: 'drop',
  },
  ...['old', 'new', 'np', 'm', 'sh'].map(
    (name): AddressRule => ({ hosts: [`${name}.reddit.com`], host: 'reddit.com' }),
  ),
  // Mastodon.
  {
    paths: ['/users/{user}/statuses/{id:number}', '/web/@{user}/{id:number}', '/deck/@{user}/{id:number}'],
    to: '/@{user}/{id}',
  },
  { hosts: ['t.me'], paths: ['/s/{channel}/{id:number}', '/{channel}/{id:number}'], to: '/{channel}/{id}', keep: [] },
  { hosts: ['bsky.app'], drop: ['ref_src', 'ref_url'] },
  { hosts: ['xing.com'], drop: ['sc_*'] },

  {
    hosts: ['*.medium.com'],
    paths: ['/**/{title}-{id:hex12}', '/p/{id:hex12}'],
    to: '/p/{id}',
    host: 'medium.com',
    keep: [],
  },
  { hosts: ['open.substack.com'], paths: ['/pub/{pub}/p/{slug}'], target: 'https://{pub}.substack.com/p/{slug}' },
  { hosts: ['*.substack.com'], paths: ['/p/{slug}'], keep: [] },
  { hosts: ['*.campaign-archive.com'], has: ['u', 'id'], keep: ['u', 'id'] },
  { hosts: ['mailchi.mp'], drop: ['e'] },
];
