/** GitLab and GitHub: issues, merge requests, discussions, wiki pages and what a project says of itself. */
import { profile } from './profile.ts';

export const gitlab = profile({
  id: 'gitlab',
  name: 'GitLab',
  signs: ['meta[property="og:site_name"][content="GitLab"]'],
  kind: 'intranet',
  title: [
    '[data-testid="work-item-title"]',
    '[data-testid="title-content"]',
    '[data-testid="wiki-page-title"]',
    '.wiki-page-header h1',
    '#blob-content-holder .md h1',
    '.file-holder .md h1',
  ],
  byline: [
    '[data-testid="work-item-created"] a',
    '.issuable-meta .author-link',
    '.issuable-meta .js-user-link',
    'none',
  ],
  siteName: ['body@data-project-full-path'],
  published: ['[data-testid="work-item-created"] time@datetime', '.issuable-meta time@datetime'],
  modified: [
    '[data-testid="work-item-updated"] time@datetime',
    '.edited-text time@datetime',
    '#js-last-commit time@datetime',
  ],
  text: [
    '[data-testid="work-item-description"]',
    '[data-testid="description-content"] .md',
    '.js-wiki-page-content',
    '.file-holder .md',
    '.blob-viewer .md',
  ],
  remove: ['.js-task-button', 'copy-code'],
  remnants: ['GitLab'],
});

export const gitlabWiki = profile({
  ...gitlab,
  id: 'gitlab-wiki',
  name: 'GitLab wiki',
  signs: ['.wiki-page-header', '.js-wiki-page-content'],
  kind: 'wiki',
  published: ['none'],
  byline: ['[data-testid="wiki-page-last-version"] a', '.wiki-last-version a'],
  modified: [
    '[data-testid="wiki-page-last-version"] time@datetime',
    '.wiki-page-last-version time@datetime',
    '.wiki-last-version time@datetime',
  ],
});

export const github = profile({
  id: 'github',
  name: 'GitHub',
  signs: ['meta[name="expected-hostname"]', 'meta[property="og:site_name"][content="GitHub"]'],
  kind: 'other',
  title: ['[data-testid="issue-title"]', '.js-issue-title', '#readme .markdown-body h1', '.markdown-body h1'],
  byline: [
    '[data-testid="issue-body-header-author"]',
    '.js-discussion > :first-child .timeline-comment-header .author',
    '.gh-header-meta .author',
  ],
  siteName: ['[aria-label="GitHub Breadcrumb"] li:last-child a@href', '#repository-container-header strong a@href'],
  published: [
    '[data-testid="issue-body-header-link"] relative-time@datetime',
    '.js-discussion > :first-child .timeline-comment-header relative-time@datetime',
    'none',
  ],
  text: [
    '[data-testid="issue-body-viewer"]',
    '.js-discussion > :first-child .js-comment-body',
    '.js-comment-body',
    '#readme article.markdown-body',
    'article.markdown-body',
  ],
  remnants: ['GitHub'],
});
