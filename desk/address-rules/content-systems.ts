/** TYPO3, WordPress, Joomla, Drupal, Liferay, Domino, Nextcloud, ServiceNow and help centres, wherever they run. */
import type { AddressRule } from '../../protocol/address-rules.ts';

const dated = (end: string): string[] => [
  `/{base:path}/{year:number4}/{month:number2}/{slug}${end}`,
  `/{base:path}/{year:number4}/{month:number2}/{day:number2}/{slug}${end}`,
];
const [month = '', day = ''] = dated('/print');
const [ampMonth = '', ampDay = ''] = dated('/amp');

export const CONTENT_SYSTEMS: readonly AddressRule[] = [
  // TYPO3. The check sum follows from the rest; a type is a way to print.
  { has: ['cHash'], drop: ['cHash'] },
  { paths: ['/**'], drop: ['no_cache', 'L=0'] },
  {
    paths: ['/', '/index.php'],
    has: ['id={id:number}'],
    drop: [
      'type=0',
      'type=98',
      'tx_news_pi1[controller]',
      'tx_news_pi1[action]',
      'tx_news_pi1[backpid]',
      'tx_ttnews[backpid]',
    ],
  },
  {
    paths: ['/**'],
    has: ['tx_news_pi1[news]'],
    drop: ['tx_news_pi1[controller]', 'tx_news_pi1[action]', 'tx_news_pi1[backpid]'],
  },

  // WordPress.
  {
    paths: ['/**'],
    drop: ['preview=true', 'preview_id', 'preview_nonce', '_thumbnail_id', 'replytocom', 'doing_wp_cron'],
  },
  { has: ['share', 'nb=1'], drop: ['nb'] },
  { paths: [month, ampMonth], to: '/{base}/{year}/{month}/{slug}' },
  { paths: [day, ampDay], to: '/{base}/{year}/{month}/{day}/{slug}' },

  // Joomla.
  {
    paths: ['/**'],
    has: ['option=com_content', 'id={id:number}:{alias}'],
    to: '/index.php?option=com_content&id={id}',
  },
  {
    paths: ['/**'],
    has: ['option=com_content', 'id'],
    drop: ['itemid', 'tmpl', 'print', 'layout=default', 'catid', 'limitstart=0'],
  },

  // Drupal, with and without clean addresses.
  { paths: ['/', '/index.php'], has: ['q=node/{node:number}'], to: '/node/{node}', drop: ['destination'] },
  { paths: ['/**/node/{node:number}'], drop: ['destination'] },

  { paths: ['/{base:path}/-/{page}', '/web/**'], drop: ['p_auth', 'p_l_back_url', 'p_l_back_url_title', 'redirect'] },

  // Domino: the number names the document, the view in front of it only the way.
  {
    paths: ['/{base:path}/{file}.nsf/{view}/{id:hex32}'],
    to: '/{base}/{file}.nsf/0/{id}',
    drop: ['opendocument', 'click', 'highlight'],
    ignoreCase: true,
  },
  { paths: ['/**/{file}.nsf', '/{file}.nsf/**'], ignoreCase: true },

  // Nextcloud.
  {
    paths: ['/{base:path}/index.php/s/{token}', '/{base:path}/index.php/s/{token}/authenticate/showshare'],
    to: '/{base}/s/{token}',
  },
  { paths: ['/{base:path}/index.php/f/{id:number}'], to: '/{base}/f/{id}' },
  { paths: ['/{base:path}/index.php/call/{token}'], to: '/{base}/call/{token}' },
  { paths: ['/index.php/apps/{app:path}'], to: '/apps/{app}' },
  { paths: ['/{base}/index.php/apps/{app:path}'], to: '/{base}/apps/{app}' },

  {
    hosts: ['*.service-now.com'],
    has: ['sysparm_article={number:word}'],
    to: '/kb_view.do?sysparm_article={number}',
    keep: ['sysparm_article'],
  },
  // Zendesk.
  { paths: ['/hc/{lang}/articles/{id:number}-{title}'], to: '/hc/{lang}/articles/{id}' },
];
