// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { isPrivateHost } from '../../protocol/private-host.ts';
import { captureHtml } from './capture-html.ts';

const NEWS = '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "H"}</script><h1>H</h1>';

describe('kinds of pages', () => {
  it.each([
    'intranet',
    'localhost',
    '10.1.2.3',
    '172.20.0.1',
    '192.168.1.1',
    '[fd00::1]',
    'hr.corp.example.com',
    'hr.intranet.example.com',
    'wiki.local',
    'x.internal',
    'example.sharepoint.com',
  ])('knows %s as a private host', (host) => expect(isPrivateHost(host)).toBe(true));

  it.each([
    'example.com',
    '172.32.0.1',
    '8.8.8.8',
    'localnews.example',
    'internal-affairs.example.org',
    '[2001:db8::1]',
  ])('knows %s as a public one', (host) => expect(isPrivateHost(host)).toBe(false));

  it.each([
    ['https://news.example.com/a', NEWS, 'news'],
    ['http://portal/a', NEWS, 'intranet'],
    ['http://portal/a', '<meta name="generator" content="MediaWiki 1.43">', 'wiki'],
    ['https://example.com/report.pdf', '', 'document'],
    ['https://example.sharepoint.com/:w:/r/sites/hr/plan', '', 'document'],
    ['https://docs.google.com/document/d/1', '', 'document'],
    ['https://example.com/contact', '<h1>Contact</h1>', 'other'],
  ])('%s %s is %s', (address, html, kind) => {
    expect(captureHtml(html, address).kind).toBe(kind);
  });
});
