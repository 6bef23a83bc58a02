/** Pages that ask who is there: forms for a password, and the doors of identity providers. */
import type { Shown } from './access.ts';

/** Hosts and paths that do nothing else: Microsoft, Google, Okta, Keycloak, AD FS, CAS, Shibboleth, GitLab, plain ones. */
const DOORS =
  /^https?:\/\/(?:(?:login|signin|accounts?|auth|sso|idp?|adfs|keycloak)\.|[^/]+\.(?:okta|onelogin|auth0|b2clogin)\.com\/)|^[^?#]*\/(?:log-?in|sign[-_]?in|oauth2?|openid-connect|saml2?|adfs|cas|idp)(?:[/.]|\b)/i;
/** A title or heading that begins or ends like this, and says little else: "Sign in · Nordwerk Git". */
const SAYS =
  /^(?:anmeld(?:en|ung)|einloggen|log ?in|sign ?[io]n|single sign)\b|\b(?:anmelden|anmeldung|log ?in|sign ?in)$/i;
const MAX_LABEL = 60;
/** A page with a password field in its middle and less text than this is that form. */
const A_FORM = 400;

/** The sign by which this page asks to sign in; null if it does not, or shows more than that. */
export function signInSign({ evidence: { page, regions }, title, headings, length }: Shown): string | null {
  const passwords = page.nodes.flatMap(({ tag, attributes }, index) =>
    tag === 'input' && attributes.type?.toLowerCase() === 'password' ? [index] : [],
  );
  if (passwords.length !== 1 && length >= A_FORM) return null;
  const [inTitle = false, ...inHeadings] = [title, ...headings].map(
    (text) => text.length <= MAX_LABEL && SAYS.test(text),
  );
  const inHeading = inHeadings.includes(true);
  const isDoor = DOORS.test(page.address);
  // Two of them: somebody chooses a new password or opens an account.
  if (passwords.length === 1) {
    if (isDoor || inTitle || inHeading) return 'password field';
    return length < A_FORM && passwords.some((index) => !regions.removed(index)) ? 'password field' : null;
  }
  // A choice of ways in has no such field.
  return inTitle && (isDoor || inHeading) && length < A_FORM ? 'title of a sign-in' : null;
}
