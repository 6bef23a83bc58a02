/** Markup and programs in every text that a clip takes from a page. */
import { escaped, type HostilePage, PAYLOAD, page } from '../hostile-page.ts';

const RUNS = {
  image: `<img src=x onerror='${PAYLOAD}'>`,
  script: `<script>${PAYLOAD}</script>`,
  drawing: `<svg onload='${PAYLOAD}'></svg>`,
  frame: `<iframe srcdoc="<script>${PAYLOAD}</script>"></iframe>`,
  breakout: `"><img src=x onerror='${PAYLOAD}'>`,
} as const;

const meta = (name: string, content: string) =>
  `<meta property="${name}" name="${name}" content="${escaped(content)}">`;
const jsonLd = (data: unknown) =>
  `<script type="application/ld+json">${JSON.stringify(data).replaceAll('</', '<\\/')}</script>`;
const article = (over: object) => jsonLd({ '@context': 'https://schema.org', '@type': 'NewsArticle', ...over });

const inTitle: HostilePage[] = Object.entries(RUNS).map(([name, run]) => ({
  name: `${name} in the title`,
  html: page(escaped(`Titel ${run}`), ''),
  clip: ({ title }) => title.startsWith('Titel'),
}));

const inMeta: HostilePage[] = [
  ['og:title', RUNS.image],
  ['og:description', RUNS.script],
  ['description', RUNS.drawing],
  ['og:site_name', RUNS.image],
  ['author', RUNS.frame],
  ['article:author', RUNS.image],
  ['article:published_time', `2026-11-01${RUNS.image}`],
  ['twitter:title', RUNS.breakout],
  ['dc.creator', RUNS.drawing],
  ['citation_title', RUNS.script],
  ['og:image', `javascript:${PAYLOAD}`],
  ['og:image', `data:image/svg+xml,<svg xmlns="http://www.w3.org/2000/svg" onload='${PAYLOAD}'/>`],
  ['og:image:alt', RUNS.breakout],
  ['og:url', `javascript:${PAYLOAD}`],
  ['og:locale', RUNS.breakout],
  ['parsely-page', JSON.stringify({ title: RUNS.script, author: RUNS.image })],
].map(([name = '', content = ''], at) => ({
  name: `${content.slice(0, 12)} in ${name}`,
  html: page(`Angabe ${at}`, meta(name, content)),
}));

const inData: HostilePage[] = [
  article({ headline: `Schlagzeile ${RUNS.image}`, author: { name: RUNS.script } }),
  article({ author: [{ '@type': 'Person', name: RUNS.breakout }, RUNS.frame] }),
  article({ image: { url: `javascript:${PAYLOAD}`, caption: RUNS.image } }),
  article({ publisher: { name: RUNS.drawing, url: `javascript:${PAYLOAD}` } }),
  article({ datePublished: { toString: RUNS.script, value: { valueOf: 1 } } }),
  `<script type="application/ld+json">{"@type":"NewsArticle","__proto__":{"pwned":1},"constructor":{"prototype":{"pwned":1}},"headline":"Erbe"}</script>`,
  '<script type="application/ld+json">{"@type":"NewsArticle","headline":"offen</script>',
  `<script type="application/ld+json">${'['.repeat(20_000)}${']'.repeat(20_000)}</script>`,
].map((data, at) => ({ name: `structured data ${at}`, html: page(`Daten ${at}`, data) }));

const inBody: HostilePage[] = [
  `<p class="byline">Von ${escaped(RUNS.image)}</p>`,
  `<time datetime="${escaped(RUNS.breakout)}">gestern</time>`,
  `<figure><img src="/none.png" alt="${escaped(RUNS.breakout)}"><figcaption>${escaped(RUNS.script)}</figcaption></figure>`,
  `<p>${escaped(RUNS.frame).repeat(20)}</p>`,
  `<noscript><p title="</noscript><img src=x onerror='${PAYLOAD}'>">Ohne</p></noscript>`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=x onerror='${escaped(PAYLOAD)}'&gt;"></table></mtext></math>`,
  `<template><script>${PAYLOAD}</script></template>`,
  `<p>\u202e${escaped(RUNS.script)}\u202c \u0000\u0008\u001b[2J \u{e0041}</p>`,
].map((body, at) => ({ name: `in the text ${at}`, html: page(`Text ${at}`, '', body) }));

const inAttributes: HostilePage[] = [
  {
    name: 'markup as the language',
    lang: `de&quot;&gt;&lt;img src=x onerror=${escaped(PAYLOAD)}`,
    html: page('Sprache', ''),
  },
  { name: 'a style as the language', lang: 'de;background:url({evil}/style)', html: page('Stil', '') },
  {
    name: 'an icon elsewhere',
    html: page('Zeichen', `<link rel="shortcut icon" href="data:,">${meta('msapplication-TileImage', '{evil}/icon')}`),
  },
];

export const SCRIPT_IN_SINKS: readonly HostilePage[] = [...inTitle, ...inMeta, ...inData, ...inBody, ...inAttributes];
