// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { captureHtml } from './capture-html.ts';

const ADDRESS = 'https://app.example.com/requests/4711';
const page = (head: string, heading = 'Request 4711: a forklift'): string =>
  `<title>Requests</title><meta property="og:site_name" content="Works">${head}
  <main><h1>${heading}</h1><p>The new forklift carries two tonnes and comes in May, says the fleet.</p></main>`;
const FIRST_ROUTE = `<meta property="og:url" content="https://app.example.com/welcome">
  <meta property="og:title" content="Welcome, dear colleagues"><meta name="author" content="Anna Beispiel">
  <meta property="article:published_time" content="2020-01-02"><meta property="og:image" content="/welcome.jpg">
  <meta name="description" content="The forklift fleet and the two tonnes that a request for May carries.">`;

describe('[CA2] the head of the route that was loaded first', () => {
  it('says nothing of the route in front but the name of the site', () => {
    expect(captureHtml(page(FIRST_ROUTE), ADDRESS)).toMatchObject({
      title: 'Request 4711: a forklift',
      byline: [],
      published: null,
      imageAddress: null,
      canonicalAddress: null,
      siteName: 'Works',
      excerpt: 'The new forklift carries two tonnes and comes in May, says the fleet.',
    });
  });

  it('is told by linked data too', () => {
    const things = `<script type="application/ld+json">{"@type":"Article","headline":"Welcome, dear colleagues",
      "author":"Anna Beispiel","mainEntityOfPage":{"@id":"https://app.example.com/welcome"}}</script>`;
    expect(captureHtml(page(things), ADDRESS)).toMatchObject({ title: 'Request 4711: a forklift', byline: [] });
  });

  it.each([
    ['its title is the heading', FIRST_ROUTE, 'Welcome, dear colleagues!'],
    ['its address is another site’s', FIRST_ROUTE.replace('app.example', 'press.example'), undefined],
    ['its address is that of the page', FIRST_ROUTE.replace('/welcome"', '/requests/4711.html?a=1"'), undefined],
    ['its address is the page’s in another folder', FIRST_ROUTE.replace('/welcome"', '/en/requests/4711"'), undefined],
  ])('is believed where %s', (_name, head, heading) => {
    expect(captureHtml(page(head, heading), ADDRESS)).toMatchObject({ byline: ['Anna Beispiel'] });
  });
});
