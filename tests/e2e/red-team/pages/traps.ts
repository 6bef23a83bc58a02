/** Pages whose document works against whoever reads it: clobbered names, getters, depth, size, changes while it is read. */
import { type HostilePage, PAYLOAD, page } from '../hostile-page.ts';

const script = (code: string) => `<script>${code}</script>`;

export const TRAPS: readonly HostilePage[] = [
  [
    'names of the document taken by forms',
    '',
    '<form name="querySelector"><input name="title"></form><form name="body"></form><img name="documentElement">',
  ],
  [
    'names of a form taken by its fields',
    '',
    '<form><input name="textContent"><input name="nodeName"><input name="children"><input name="attributes"><input name="parentNode"></form>',
  ],
  [
    'queries that answer something else',
    script(
      'Document.prototype.querySelectorAll = () => [{ textContent: "falsch" }]; Document.prototype.querySelector = () => null',
    ),
  ],
  [
    'getters that throw',
    script(
      'for (const name of ["textContent","innerText","nodeName","title"]) try { Object.defineProperty(Node.prototype, name, { get() { throw 1 } }) } catch {}',
    ),
  ],
  [
    'prototypes with traps',
    script(
      'Object.prototype.pwnedByPage = 1; Array.prototype.map = () => { throw 1 }; String.prototype.trim = () => "falsch"; JSON.parse = () => ({ headline: "falsch" })',
    ),
  ],
  ['promises that never end', script('Promise.prototype.then = () => new Promise(() => {})')],
  [
    'a clock of its own',
    script('Date.now = () => NaN; performance.now = () => -1; Date.prototype.getTime = () => NaN'),
  ],
  ['a depth of ten thousand', '', `${'<div>'.repeat(10_000)}tief`],
  [
    'fifty thousand links',
    '',
    script('document.body.insertAdjacentHTML("beforeend", "<a href=/x>x</a>".repeat(50_000))'),
  ],
  [
    'shadow roots in shadow roots',
    '',
    `<div id="root"></div>${script('let at = document.getElementById("root"); for (let depth = 0; depth < 400; depth += 1) { const root = at.attachShadow({ mode: "open" }); at = root.appendChild(document.createElement("div")); at.textContent = "innen" }')}`,
  ],
  [
    'a document that changes without end',
    '',
    `<p id="moving">0</p>${script('setInterval(() => { moving.textContent = Math.random(); document.querySelector("main").append(document.createElement("p")) }, 1)')}`,
  ],
  [
    'a document that removes what is looked at',
    '',
    script(
      'new MutationObserver((all) => all.forEach(({ addedNodes }) => addedNodes.forEach((node) => node.remove()))).observe(document.documentElement, { childList: true, subtree: true })',
    ),
  ],
  [
    'a selection of everything, and of its frames',
    '',
    `<iframe srcdoc="<p>Rahmen</p>"></iframe>${script('getSelection().selectAllChildren(document.body)')}`,
  ],
  [
    'a selection with markup in it',
    '',
    `<p id="sel">&lt;img src=x onerror=${PAYLOAD.replaceAll('"', '&quot;')}&gt;</p>${script('getSelection().selectAllChildren(document.getElementById("sel"))')}`,
  ],
  ['frames in frames of itself', '', '<iframe src="?1" loading="lazy"></iframe>'],
  [
    'a title that its own getter makes',
    script('let count = 0; Object.defineProperty(document, "title", { get: () => "Titel " + (count += 1) })'),
  ],
].map(([name = '', head = '', body = ''], at) => ({ name, html: page(`Falle ${at}`, head, body) }));
