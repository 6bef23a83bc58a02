/** SharePoint, OneDrive, Viva Engage, Teams, and the records of Dynamics, Salesforce and SAP. */
import type { AddressRule } from '../../protocol/address-rules.ts';

/** How a page was opened: names that nothing else has. */
const WAY = 'xsdata sdata ovuser clickparams wd* isspofile referrer referrerscenario mode=edit mode=view'.split(' ');
/** Short ones that mean this only on SharePoint's own hosts: `OR` and `CT` come from other applications of Microsoft 365. */
const CLOUD_WAY =
  `or ct web csf env fromshare originalpath correlationid noredir loof download=1 d={hash:word} e at ga=1
  cid={id:uuid} skipsignal`.split(/\s+/);
const IN_SHAREPOINT = [
  '/{base:path}/SitePages/{page}',
  '/{base:path}/_layouts/15/{page}',
  '/{base:path}/Pages/{page}.aspx',
];

export const MICROSOFT: readonly AddressRule[] = [
  // Sharing: `r` leads to the file by its path, every other letter by a token, which knows case.
  { hosts: ['*.sharepoint.com'], paths: ['/:{kind}:/r/{file:path}'], to: '/{file}' },
  { hosts: ['*.sharepoint.com'], paths: ['/:{kind}:/**'], keep: [], fragment: 'drop', final: true },
  { hosts: ['*.sharepoint.com'], drop: [...WAY, ...CLOUD_WAY], ignoreCase: true },
  { paths: IN_SHAREPOINT, drop: WAY, ignoreCase: true },
  { paths: ['/**/Lists/{list}/DispForm.aspx', '/**/Forms/DispForm.aspx'], keep: ['id'], ignoreCase: true },
  {
    paths: ['/**/_layouts/15/{program}.aspx', '/**/_layouts/15/{program}2.aspx', '/**/_layouts/{program}.aspx'],
    has: ['sourcedoc={doc:lower}'],
    to: '/_layouts/15/doc.aspx?sourcedoc={doc}',
    keep: ['sourcedoc'],
    fragment: 'drop',
  },
  { paths: ['/**/_layouts/15/stream.aspx'], has: ['id'], keep: ['id'] },
  { paths: ['/**/AllItems.aspx'], has: ['id'], drop: ['parent', 'p'] },

  { hosts: ['onedrive.live.com'], has: ['resid={id:lower}'], to: '/?resid={id}', keep: ['resid'], fragment: 'drop' },
  { hosts: ['1drv.ms'], paths: ['/**'], keep: [] },
  { hosts: ['app.powerbi.com'], drop: ['ctid', 'experience', 'pbi_source', 'chromeless', 'action=OpenReport'] },
  { hosts: ['*.lightning.force.com'], drop: ['ws'] },
  { hosts: ['*.dynamics.com'], drop: ['forceuci', 'cmdbar', 'navbar', 'newwindow', 'lid'] },
  // SAP's launchpad names what it shows behind `#`.
  { paths: ['/**/flp', '/**/FioriLaunchpad.html', '/site'], fragment: 'keep' },

  {
    hosts: ['web.yammer.com', 'yammer.com', 'engage.cloud.microsoft'],
    paths: [
      '/main/threads/{id:thread}',
      '/main/{org:path}/threads/{id:thread}',
      '/{network}/threads/{id:number}',
      '/{network}/groups/{group}/threads/{id:number}',
    ],
    to: '/main/threads/{id}',
    host: 'engage.cloud.microsoft',
    keep: [],
    fragment: 'drop',
  },
  { hosts: ['web.yammer.com', 'engage.cloud.microsoft'], host: 'engage.cloud.microsoft', drop: ['trk_*'] },
  { hosts: ['teams.cloud.microsoft'], host: 'teams.microsoft.com' },
  {
    hosts: ['teams.microsoft.com'],
    paths: ['/l/message/{chat}/{message:number}'],
    has: ['parentMessageId={thread:number}'],
    to: '/l/message/{chat}/{thread}',
    keep: [],
  },
  { hosts: ['teams.microsoft.com'], paths: ['/l/message/{chat}/{message:number}'], keep: [] },
];
