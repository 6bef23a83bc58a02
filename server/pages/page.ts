import { type PageLanguage, TEXTS } from './texts.ts';

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
export const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** How to join. The code stands in the fragment of the link, which browsers send to nobody; `join.js` shows it. */
export function joinPage(queueName: string, language: PageLanguage): string {
  const texts = TEXTS[language];
  const steps = texts.steps.map((step) => `<li>${escapeHtml(step)}</li>`).join('');
  return page(queueName, language, texts.joinTitle, [
    `<ol>${steps}</ol>`,
    `<section class="code" id="code" data-copied="${escapeHtml(texts.copied)}" hidden>`,
    `<h2>${escapeHtml(texts.codeLabel)}</h2><output id="value"></output>`,
    `<button type="button" id="copy">${escapeHtml(texts.copy)}</button></section>`,
    `<p id="missing" role="status" hidden>${escapeHtml(texts.codeMissing)}</p>`,
    '<script src="join.js" defer></script>',
  ]);
}

/** What a link to a topic leads to. It says nothing of the topic: whoever opens it may not be of the desk. */
export function topicPage(queueName: string, language: PageLanguage): string {
  const { topicTitle, topicSteps } = TEXTS[language];
  const steps = topicSteps.map((step) => `<li>${escapeHtml(step)}</li>`).join('');
  return page(queueName, language, topicTitle, [`<ol>${steps}</ol>`], '../');
}

/** Where a sign-in ends that no extension waits for. @param root as in `page` */
export function signInFailedPage(queueName: string, language: PageLanguage, root: string): string {
  const { signInFailedTitle, signInFailed } = TEXTS[language];
  return page(queueName, language, signInFailedTitle, [`<p>${escapeHtml(signInFailed)}</p>`], root);
}

/** @param signInAddress what people give the extension to sign in with the company account; null: by invitation only */
export function homePage(queueName: string, language: PageLanguage, signInAddress: string | null): string {
  const { homeTitle, homeText, homeInvitation, homeSignIn } = TEXTS[language];
  const how =
    signInAddress === null
      ? `<p>${escapeHtml(homeInvitation)}</p>`
      : `<p>${escapeHtml(homeSignIn)}</p><section class="code"><output>${escapeHtml(signInAddress)}</output></section>`;
  return page(queueName, language, homeTitle, [`<p>${escapeHtml(homeText)}</p>`, how]);
}

/**
 * A page of the queue. Names its files relative to itself: a public address may have a path before `/join`.
 * @param content HTML: whoever hands it over has escaped it.
 * @param root the way from the page's address to those of the files: empty, or `../` for one below.
 */
export function page(
  queueName: string,
  language: PageLanguage,
  title: string,
  content: readonly string[],
  root = '',
): string {
  return `<!doctype html>
<html lang="${language}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · ${escapeHtml(queueName)}</title>
<link rel="stylesheet" href="${root}page.css">
<main>
<p class="queue">${escapeHtml(queueName)} · ${escapeHtml(TEXTS[language].tagline)}</p>
<h1>${escapeHtml(title)}</h1>
${content.join('\n')}
</main>
</html>
`;
}
