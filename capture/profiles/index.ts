import type { SiteProfile } from '../../protocol/site-profile.ts';
import { confluenceCloud, confluenceDataCenter, jiraCloud, jiraDataCenter } from './atlassian.ts';
import { github, gitlab, gitlabWiki } from './code-hosts.ts';
import { typo3, typo3News, wordpress } from './content-systems.ts';
import { googleDocs, officeWeb } from './documents.ts';
import { mediawiki } from './mediawiki.ts';
import { nextcloud, nextcloudCollectives } from './nextcloud.ts';
import { notion, notionSite } from './notion.ts';
import { sharepointClassic, sharepointModern } from './sharepoint.ts';
import { vivaEngage, yammer } from './viva-engage.ts';

/** Every system that we know by itself. Where two could recognise a page, the narrower one stands first. */
export const SITE_PROFILES: readonly SiteProfile[] = [
  officeWeb,
  googleDocs,
  sharepointModern,
  sharepointClassic,
  confluenceCloud,
  confluenceDataCenter,
  jiraCloud,
  jiraDataCenter,
  mediawiki,
  yammer,
  vivaEngage,
  notion,
  notionSite,
  nextcloudCollectives,
  nextcloud,
  gitlabWiki,
  gitlab,
  github,
  typo3News,
  typo3,
  wordpress,
];
