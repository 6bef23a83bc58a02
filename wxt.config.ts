import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'wxt';
import { boundBuiltins } from './capture/bound-builtins.ts';
import { eagerFunctions } from './capture/eager-functions.ts';
import { wordsByGroup } from './locales/words-by-group.ts';

const LANGUAGES = ['de', 'en'];

/** The browser reads its own strings from `_locales`; ours stand in the group `manifest` of the same files as all others. */
const browserMessages = (language: string): string => {
  const { manifest } = JSON.parse(readFileSync(new URL(`locales/${language}.json`, import.meta.url), 'utf8'));
  const messages = Object.entries(manifest).map(([key, message]) => [key, { message }]);
  return JSON.stringify(Object.fromEntries(messages));
};

/** Half of a key pair whose other half nobody has: it only gives every unpacked copy the same id, so that queues and policies can name it. */
const CHROMIUM_KEY =
  'MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxDpBjzYEnZ9VPoT3g/TkoFtygghGHjzVA1AEFoQ8PE7PfOLdTiLPqCkmR/fr88h7RkpfR3HTGktb2hfxakuEfnoAUYFe8XUOH8ho22p2tvyC5atXwnb8VutYUOZj8CIsdMaqrAJvFhOgDV+jHlx72E+A7hyphuf+ma/1yj5xjU9pq359b0RTXYoVmhRs9+mJ8ZakeF8dH95cN/j92yPgGzZCfeHoF7ziD6+7ihMv7e7bElbB2Z6NK7aaw2jiL0LiY/oQOFuvKFXFhP2m8fMpJrdauFhPjEe6OjI1fcVo0zu7neVf8u7OvPSP+TfpQSBV2rv/9cIVrzLMv39s7SWZ/QIDAQAB';

const PDF_WORKER = fileURLToPath(import.meta.resolve('pdfjs-dist/legacy/build/pdf.worker.min.mjs'));

const contentSecurityPolicy = (browser: string): string =>
  [
    "default-src 'self'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    'connect-src https: http:',
    "object-src 'none'",
    "base-uri 'none'",
    // Firefox reads documents in a frame of its background page.
    browser === 'firefox' ? "frame-ancestors 'self'" : "frame-ancestors 'none'",
  ].join('; ');

/**
 * Everything that the popup needs in one file beside its own; the other pages share it. Left to itself
 * the bundler makes a dozen: each costs a request before the popup is ready, and they compress badly.
 * Only for pages: scripts for tabs and the background are one file anyway.
 */
const popupInOneFile = {
  name: 'popup-in-one-file',
  outputOptions: (output: { format?: string }) =>
    output.format === 'es'
      ? {
          ...output,
          codeSplitting: {
            groups: [
              {
                name: 'popup-needs',
                test: /components\/popup\/popup-screen|popup\/controller\.ts|browser\/(language|invitation|picture|session)\.ts/,
              },
            ],
          },
        }
      : null,
};

export default defineConfig({
  imports: false,
  manifestVersion: 3,
  modules: ['@wxt-dev/webextension-polyfill', '@wxt-dev/auto-icons'],
  autoIcons: { baseIconPath: 'assets/icon.svg' },
  hooks: {
    'build:publicAssets': (_wxt, files) => {
      for (const language of LANGUAGES)
        files.push({ relativeDest: `_locales/${language}/messages.json`, contents: browserMessages(language) });
      // pdf.js starts it by its address; the build must neither rename nor bundle it.
      files.push({ relativeDest: 'pdf.worker.mjs', absoluteSrc: PDF_WORKER });
    },
  },
  vite: () => ({
    plugins: [wordsByGroup(LANGUAGES), popupInOneFile, boundBuiltins(), eagerFunctions()],
    // Everything lies on the disk beside the page: there is nothing to load ahead.
    build: { modulePreload: false, target: ['chrome125', 'firefox140'] },
    // The build for today's browsers; the package's main entry is translated for those of 2015.
    resolve: { alias: { dexie: 'dexie/dist/modern/dexie.min.mjs' } },
  }),
  manifest: ({ browser }) => ({
    name: '__MSG_name__',
    description: '__MSG_description__',
    default_locale: 'en',
    // Each with its reason in docs/permissions.md; a test fails when a build asks for more.
    permissions: [
      'activeTab',
      'scripting',
      'alarms',
      'contextMenus',
      'unlimitedStorage',
      // For signing in with the company account. Only Chromium lets it be asked for at the click.
      ...(browser === 'firefox' ? ['identity'] : ['offscreen']),
    ],
    ...(browser === 'firefox' ? {} : { optional_permissions: ['identity'] }),
    action: { default_title: '__MSG_action__' },
    commands: {
      // Letters that are free everywhere: Chromium keeps Alt+Shift+C for tab groups, and on Linux Firefox
      // opens a menu with Alt+Shift+S (English) or Alt+Shift+C (German). K and J lie side by side.
      _execute_action: { suggested_key: { default: 'Alt+Shift+K' }, description: '__MSG_command_open__' },
      'clip-now': { suggested_key: { default: 'Alt+Shift+J' }, description: '__MSG_command_clip__' },
    },
    content_security_policy: { extension_pages: contentSecurityPolicy(browser) },
    ...(browser === 'firefox'
      ? {
          // Asked for one site at a time, on a click, to read a document there.
          optional_host_permissions: ['*://*/*'],
          browser_specific_settings: {
            gecko: {
              id: 'clipdesk@clipdesk.example',
              strict_min_version: '140.0',
              data_collection_permissions: {
                required: ['websiteContent', 'browsingActivity', 'personallyIdentifyingInfo', 'authenticationInfo'],
              },
            },
          },
        }
      : { key: CHROMIUM_KEY, minimum_chrome_version: '125' }),
  }),
});
