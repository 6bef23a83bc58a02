/** Pages that are marked strictly confidential, so that a person sees it and a program might not. None may be clipped. */
import { type HostilePage, page } from '../hostile-page.ts';

export const MARKED: readonly HostilePage[] = [
  ['split across elements', '', '<p><b>Streng</b> <i>ver</i><span>trau</span>lich</p>'],
  ['in letters that stand apart', '', '<div class="watermark">S T R E N G &nbsp; V E R T R A U L I C H</div>'],
  ['with soft hyphens', '', '<footer>Streng ver&shy;trau&shy;lich</footer>'],
  ['with joiners of no width', '', '<footer>Streng&nbsp;ver&#8203;trau&#8288;lich</footer>'],
  ['hidden by a style', '<style>.mark { display: none }</style>', '<p class="mark">Streng vertraulich</p>'],
  [
    'white on white, a pixel high',
    '',
    '<p style="color:#fff;font-size:1px;position:absolute;left:-9999px">Streng vertraulich</p>',
  ],
  ['in a shadow root', '', '<div><template shadowrootmode="open"><p>Streng vertraulich</p></template></div>'],
  ['in its own description', '<meta name="classification" content="strictly confidential">', ''],
  ['as the text of a picture', '', '<img src="/none.png" alt="Streng vertraulich">'],
  ['as a line of a table', '', '<table><tr><th>Klassifizierung</th><td>streng vertraulich</td></tr></table>'],
  [
    'in capital letters at the end of a long page',
    '',
    `${'<p>Und so weiter und so fort.</p>'.repeat(400)}<footer>STRENG VERTRAULICH</footer>`,
  ],
  ['in English, in the title', '', ''],
].map(([name = '', head = '', body = ''], at) => ({
  name: `a marking ${name}`,
  html: page(name.includes('title') ? 'Strictly confidential: results' : `Werk ${at}`, head, body),
}));
