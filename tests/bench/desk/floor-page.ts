/**
 * The least that the platform takes: an extension with a static page of plain rows, as many as stand in the
 * inbox's first page. `j` marks the next one and shows its title; typing shows the rows that have the text.
 */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const ROWS = 200;

const rows = Array.from(
  { length: ROWS },
  (_, at) =>
    `<tr class="row" data-topic="${at}"><td><b>Messe in Leer mit einem Titel, Folge ${at}</b><br>Personal</td></tr>`,
).join('\n');

const FILES = {
  'manifest.json': JSON.stringify({ manifest_version: 3, name: 'floor', version: '1' }),
  'inbox.html': `<!doctype html><meta charset="utf-8"><title>floor</title>
<style>body{margin:0;display:flex;block-size:100vh}.rows{overflow:auto;inline-size:50%}.row{block-size:64px}
.row[aria-current]{background:#cde}</style>
<div class="inbox-list"><input type="search"><span class="list-total"></span></div><div class="rows"><table>${rows}</table></div>
<section class="inbox-topic"><h2 id="topic-title"></h2></section><script src="floor.js"></script>`,
  'floor.js': `
const rows = [...document.querySelectorAll('.row')];
const title = document.getElementById('topic-title');
let at = 0;
const show = (next) => {
  rows[at].removeAttribute('aria-current');
  at = next;
  rows[at].setAttribute('aria-current', 'true');
  rows[at].scrollIntoView({ block: 'nearest' });
  title.textContent = rows[at].querySelector('b').textContent;
};
show(0);
addEventListener('keydown', (event) => {
  if (event.target.tagName !== 'INPUT' && event.key === 'j') show((at + 1) % rows.length);
});
document.querySelector('input').addEventListener('input', (event) => {
  let count = 0;
  for (const row of rows) {
    row.hidden = !row.textContent.includes(event.target.value);
    if (!row.hidden) count += 1;
  }
  document.querySelector('.list-total').textContent = count + ' ' + event.target.value;
});`,
};

/** @returns the folder of the unpacked extension */
export function writeFloorPage(): string {
  const folder = mkdtempSync(path.join(tmpdir(), 'clipdesk-floor-'));
  for (const [name, content] of Object.entries(FILES)) writeFileSync(path.join(folder, name), content);
  return folder;
}
