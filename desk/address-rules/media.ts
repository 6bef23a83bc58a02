/** Videos, shops and searches. */
import type { AddressRule } from '../../protocol/address-rules.ts';

const VIDEO = '/watch?v={v}';

export const MEDIA: readonly AddressRule[] = [
  { hosts: ['youtube.com'], paths: ['/watch'], has: ['v'], keep: ['v'], fragment: 'drop' },
  {
    hosts: ['youtube.com', 'youtube-nocookie.com'],
    paths: ['/shorts/{v:word11}', '/embed/{v:word11}', '/live/{v:word11}', '/v/{v:word11}'],
    to: VIDEO,
    host: 'youtube.com',
    keep: ['v'],
  },
  { hosts: ['youtu.be'], paths: ['/{v:word11}'], to: VIDEO, host: 'youtube.com', keep: ['v'] },
  { hosts: ['youtube.com'], paths: ['/playlist'], has: ['list'], keep: ['list'] },
  {
    hosts: ['youtube.com', 'music.youtube.com', 'open.spotify.com'],
    drop: ['si', 'feature', 'pp', 'app', 'ab_channel', 'context'],
  },
  {
    hosts: ['vimeo.com', 'player.vimeo.com'],
    paths: [
      '/{id:number}',
      '/video/{id:number}',
      '/{id:number}/{hash:hex}',
      '/channels/{channel}/{id:number}',
      '/groups/{group}/videos/{id:number}',
    ],
    to: '/{id}',
    host: 'vimeo.com',
    keep: [],
    fragment: 'drop',
  },
  { hosts: ['dailymotion.com'], paths: ['/video/{id:word}', '/embed/video/{id:word}'], to: '/video/{id}', keep: [] },
  { hosts: ['dai.ly'], paths: ['/{id:word}'], to: '/video/{id}', host: 'dailymotion.com', keep: [] },
  { hosts: ['ted.com'], paths: ['/talks/{talk}'], keep: [] },

  {
    hosts: ['amazon.*'],
    paths: [
      '/dp/{id:word10}/**',
      '/{title}/dp/{id:word10}/**',
      '/gp/product/{id:word10}/**',
      '/gp/aw/d/{id:word10}/**',
    ],
    to: '/dp/{id}',
    keep: [],
    fragment: 'drop',
  },
  {
    hosts: ['ebay.*'],
    paths: ['/itm/{id:number}', '/itm/{title}/{id:number}'],
    to: '/itm/{id}',
    keep: ['var'],
    fragment: 'drop',
  },
  { hosts: ['*.aliexpress.com', '*.alibaba.com'], paths: ['/item/{id}.html'], keep: [] },
  // Shopify.
  { paths: ['/collections/{collection}/products/{product}'], to: '/products/{product}' },
  {
    paths: ['/products/{product}', '/{lang}/products/{product}'],
    drop: [
      '_pos',
      '_sid',
      '_ss',
      '_psq',
      '_fid',
      '_v',
      'pr_prod_strat',
      'pr_rec_id',
      'pr_rec_pid',
      'pr_ref_pid',
      'pr_seq',
    ],
  },

  {
    hosts: ['google.*'],
    paths: ['/search'],
    keep: ['q', 'udm', 'tbm', 'start', 'lr', 'tbs'],
    drop: ['start=0'],
    fragment: 'drop',
  },
  { hosts: ['bing.com'], paths: ['/search', '/{kind}/search'], keep: ['q', 'first', 'filters'], drop: ['first=1'] },
  { hosts: ['duckduckgo.com'], paths: ['/'], has: ['q'], keep: ['q', 'ia', 'iax', 'iar'], drop: ['ia=web'] },
  { hosts: ['ecosia.org'], paths: ['/{kind}'], has: ['q'], keep: ['q', 'p'], drop: ['p=0'] },
];
