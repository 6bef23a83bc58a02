const BREAKS = new Set(
  `address article aside blockquote br caption dd details dialog div dl dt fieldset figcaption figure footer form h1 h2 h3
   h4 h5 h6 header hr legend li main nav ol p pre section summary table tbody td tfoot th thead tr ul`.split(/\s+/),
);

/** The text of what a peer answers as HTML, with a line break between blocks; not part of any time. */
export function textOfHtml(html: string | null | undefined): string {
  const document = new DOMParser().parseFromString(html ?? '', 'text/html');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_ELEMENT | NodeFilter.SHOW_TEXT);
  let text = '';
  let block: Element | null = null;
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (node instanceof Element) {
      if (node.localName === 'br' || node.localName === 'hr') text += '\n';
      continue;
    }
    let around = node.parentElement;
    while (around !== null && around !== document.body && !BREAKS.has(around.localName)) around = around.parentElement;
    if (around !== block) text += '\n';
    block = around;
    text += node.nodeValue ?? '';
  }
  return text;
}
