/** The words of the queue's own pages, but that for answering. */
export type PageLanguage = 'de' | 'en';

type Texts = {
  /** Under the name of the queue. */
  tagline: string;
  joinTitle: string;
  steps: readonly string[];
  codeLabel: string;
  copy: string;
  copied: string;
  codeMissing: string;
  homeTitle: string;
  homeText: string;
  homeInvitation: string;
  homeSignIn: string;
  topicTitle: string;
  signInFailedTitle: string;
  signInFailed: string;
  topicSteps: readonly string[];
};

export const TEXTS: Record<PageLanguage, Texts> = {
  de: {
    tagline: 'Themenvorschläge aus dem ganzen Haus',
    joinTitle: 'Willkommen bei Clipdesk',
    steps: [
      'Clipdesk im Browser installieren, falls es noch nicht da ist. Die IT weiß, woher es kommt.',
      'Auf das Symbol von Clipdesk klicken und „Einladung einlösen“ wählen.',
      'Diesen Link einfügen. Fertig.',
    ],
    codeLabel: 'Einladungscode',
    copy: 'Link kopieren',
    copied: 'Kopiert',
    codeMissing:
      'In diesem Link fehlt der Code. Er endet auf # und vier Gruppen zu vier Zeichen; bitte den ganzen Link öffnen.',
    homeTitle: 'Hier läuft Clipdesk',
    homeText: 'Wer etwas liest, das andere wissen sollten, schlägt es mit zwei Tasten als Thema vor.',
    homeInvitation: 'Zum Mitmachen braucht es eine Einladung von der Kommunikation.',
    homeSignIn:
      'Zum Mitmachen auf das Symbol von Clipdesk klicken, „Einladung einlösen“ wählen, diese Adresse einfügen und mit dem Firmenkonto anmelden:',
    signInFailedTitle: 'Diese Anmeldung gehört zu keinem Clipdesk',
    signInFailed:
      'Sie wurde in einem anderen Fenster begonnen, liegt zu lange zurück oder kommt nicht von Clipdesk. Angemeldet wurde niemand. In Clipdesk noch einmal „Mit dem Firmenkonto anmelden“ wählen; dieses Fenster kann geschlossen werden.',
    topicTitle: 'Dieser Link führt zu einem Thema',
    topicSteps: [
      'Die Adresse dieser Seite kopieren.',
      'Auf das Symbol von Clipdesk klicken und den Eingang der Redaktion öffnen.',
      'Die Adresse in das Suchfeld einfügen: Das Thema öffnet sich.',
    ],
  },
  en: {
    tagline: 'Topic suggestions from all over the house',
    joinTitle: 'Welcome to Clipdesk',
    steps: [
      'Install Clipdesk in your browser if it is not there yet. Your IT knows where to get it.',
      'Click the Clipdesk icon and choose “Use an invitation”.',
      'Paste this link. Done.',
    ],
    codeLabel: 'Invitation code',
    copy: 'Copy link',
    copied: 'Copied',
    codeMissing:
      'The code is missing from this link. It ends in # and four groups of four characters; please open the whole link.',
    homeTitle: 'Clipdesk runs here',
    homeText: 'Whoever reads something that others should know suggests it as a topic with two keys.',
    homeInvitation: 'To take part, ask your communications team for an invitation.',
    homeSignIn:
      'To take part, click the Clipdesk icon, choose “Use an invitation”, paste this address and sign in with your company account:',
    signInFailedTitle: 'This sign-in belongs to no Clipdesk',
    signInFailed:
      'It was begun in another window, too long ago, or not by Clipdesk. Nobody was signed in. Choose “Sign in with your company account” in Clipdesk again; this window can be closed.',
    topicTitle: 'This link leads to a topic',
    topicSteps: [
      'Copy the address of this page.',
      'Click the Clipdesk icon and open the inbox of the desk.',
      'Paste the address into the search field: the topic opens.',
    ],
  },
};

/** The first of our languages in an Accept-Language header; English for everybody else. */
export function pageLanguage(accepted: string | undefined): PageLanguage {
  for (const entry of (accepted ?? '').toLowerCase().split(',')) {
    const language = entry.trim().slice(0, 2);
    if (language === 'de' || language === 'en') return language;
  }
  return 'en';
}
