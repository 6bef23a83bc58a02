/** Confluence and Jira, in the cloud and in a company's own data center: test ids there, ids and meta tags here. */
import { profile } from './profile.ts';

export const confluenceCloud = profile({
  id: 'confluence-cloud',
  name: 'Confluence Cloud',
  signs: ['[data-testid="title-text"]', '[data-testid="object-header-container"]'],
  kind: 'wiki',
  title: ['[data-testid="title-text"]', '#title-text'],
  byline: ['[data-testid="byline-single-line"] img@alt', '[data-testid="byline-single-line"] span'],
  // A blog post shows the day it was published where a page shows its last change.
  published: [':has([data-testid="blogpost-content"]) > * [data-testid="byline-single-line"]'],
  siteName: [
    '[data-testid="space-navigation"] [data-testid*="space-name" i]',
    '[data-testid="space-navigation"] h2',
    '[data-testid="space-navigation"] a',
  ],
  modified: ['[data-testid="byline-single-line"] time@datetime', '[data-testid="byline-single-line"]'],
  text: ['.ak-renderer-document', '#main-content.wiki-content', '[data-testid="page-content"]'],
  remove: [
    '.ak-renderer-wrapper.is-comment',
    '[data-testid="object-comment-wrapper"]',
    '[data-testid="media-caption"]',
  ],
  remnants: ['Confluence'],
});

export const confluenceDataCenter = profile({
  id: 'confluence-data-center',
  name: 'Confluence Data Center',
  signs: ['meta[name="ajs-page-title"]', 'meta[name="confluence-base-url"]', '#main-content.wiki-content'],
  kind: 'wiki',
  title: ['#title-text', 'meta[name="ajs-page-title"]@content'],
  byline: ['.page-metadata .author'],
  siteName: ['meta[name="ajs-space-name"]@content'],
  published: ['.page-metadata .blogpost-date'],
  modified: ['.page-metadata .last-modified'],
  text: ['#main-content'],
  remove: ['.toc-macro', '.recently-updated', '#likes-and-labels-container', '#comments-section'],
  remnants: ['Confluence'],
});

export const jiraCloud = profile({
  id: 'jira-cloud',
  name: 'Jira Cloud',
  signs: ['[data-testid="issue.views.issue-base.foundation.summary.heading"]'],
  kind: 'intranet',
  title: ['[data-testid="issue.views.issue-base.foundation.summary.heading"]'],
  byline: [
    '[data-testid="issue.views.field.user.reporter.name.wrapper"]',
    '[data-testid="issue.views.field.user.reporter"]',
  ],
  siteName: [
    '[data-testid="issue.views.issue-base.foundation.breadcrumbs.breadcrumb-current-issue-container"] li:nth-child(2)',
  ],
  published: ['[data-testid="created-date.ui.read.meta-date"]'],
  modified: ['[data-testid="updated-date.ui.read.meta-date"]'],
  text: ['[data-testid="issue.views.field.rich-text.description"]'],
  remnants: ['Jira'],
});

export const jiraDataCenter = profile({
  id: 'jira-data-center',
  name: 'Jira Data Center',
  signs: ['#summary-val', '#key-val'],
  kind: 'intranet',
  title: ['#summary-val'],
  byline: ['#reporter-val'],
  siteName: ['#project-name-val'],
  published: ['#created-val time@datetime', '#created-val'],
  modified: ['#updated-val time@datetime', '#updated-val'],
  text: ['#description-val'],
  remnants: ['Jira'],
});
