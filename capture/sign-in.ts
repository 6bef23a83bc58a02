/** Pages that ask who is there: forms for a password, and the doors of identity providers. */
import type { Shown } from './access.ts';

/** Hosts that do nothing else. */
const PROVIDERS =
  /^(?:login\.(?:microsoftonline|live|windows|salesforce|yahoo)\.\w+|accounts\.(?:google|zoho)\.\w+|id\.atlassian\.com|(?:signin|login)\.aws\.amazon\.com|idmsa\.apple\.com|appleid\.apple\.com)$|\.(?:okta|oktapreview|okta-emea|onelogin|auth0|b2clogin|duosecurity|pingidentity)\.com$/i;
/** Paths of Keycloak, AD FS, Shibboleth, CAS and GitLab, and of OAuth 2 and SAML as such. */
const PATHS =
  /\/realms\/[^/]+\/(?:protocol|login-actions)\/|\/adfs\/(?:ls|oauth2)\b|\/idp\/profile\/|\/cas\/login\b|\/users\/sign_in\b|\/oauth2?\/(?:v2\.0\/)?authorize\b|\/saml2?\/(?:sso|login)\b/i;
/** Forms as their systems name them: Keycloak, Microsoft, AD FS, Okta, CAS, TYPO3, WordPress. */
const FORMS =
  /(?:^|\s)(?:kc-form-login|kc-login|i0116|i0118|id-?si-?button9|user-?name-?input|login-?area|okta-sign-in|okta-signin-\w+|fm1|frame-type-felogin-login|loginform|login-?page|ms-signin)(?:\s|$)/;

/** A title or heading that says nothing else, but may say where: "Sign in · Nordwerk Git". */
const SAYS =
  /^(?:bitte |please )?(?:(?:bei|mit|in|zu[rm]?|to)\s.{2,40} )?(?:anmelden|anmeldung|einloggen|log ?in|login|sign ?in|sign ?on|single sign-?on|authentication required|anmeldung erforderlich|se connecter|connexion|iniciar sesión|přihlášení|accedi)\b(?:\s*$|\s*[|·:•–—-].{0,60}$|\s(?:to|bei|in|mit|zu[rm]?)\s.{0,60}$)|[|·•–—-]\s*(?:anmelden|anmeldung|log ?in|login|sign ?in)$/i;

/** A page with less text than this is its form and little else. */
const A_FORM = 250;
/** A choice of ways in has no field for a password, and hardly any words. */
const A_CHOICE = 400;

/** The sign by which this page asks to sign in; null if it does not, or shows more than that. */
export function signInSign({ evidence, title, headings, length }: Shown): string | null {
  const { page, regions } = evidence;
  const passwords = page.nodes.flatMap(({ tag, attributes }, index) =>
    tag === 'input' && attributes.type?.toLowerCase() === 'password' ? [index] : [],
  );
  const url = URL.canParse(page.address) ? new URL(page.address) : null;
  const isProvider = url !== null && (PROVIDERS.test(url.hostname) || PATHS.test(url.pathname));
  const hasForm = page.nodes.some(({ tag, hints }) => tag !== 'a' && FORMS.test(hints));
  const inTitle = SAYS.test(title);
  const inHeading = headings.some((text) => SAYS.test(text));
  // Two of them: somebody chooses a new password or opens an account.
  const asks = passwords.length === 1;
  if (asks && isProvider) return 'identity provider';
  if (asks && hasForm) return 'sign-in form';
  if (isProvider && (inTitle || inHeading || hasForm)) return 'identity provider';
  const isInPlace = passwords.some((index) => !regions.removed(index));
  if (asks && (inTitle || inHeading)) return 'password field';
  if (asks && isInPlace && length < A_FORM) return 'password field';
  return inTitle && inHeading && length < A_CHOICE ? 'title and heading' : null;
}
