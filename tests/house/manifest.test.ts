/** The built extension asks for what docs/permissions.md explains, and for nothing else. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

/** The permissions of docs/permissions.md; some are told to be of Chrome and Edge only. */
const explained = (isFirefox: boolean) =>
  [...readFileSync('docs/permissions.md', 'utf8').matchAll(/^\| `(\w+)` \| (Chrome and Edge only)?/gm)]
    .filter(([, , onlyChromium]) => !isFirefox || onlyChromium === undefined)
    .map(([, name]) => name ?? '');

/** What Chromium is asked for at the click; Firefox cannot be. */
const AT_THE_CLICK = ['identity'];

describe.each(['chrome-mv3', 'firefox-mv3'])('%s', (build) => {
  const isFirefox = build.startsWith('firefox');
  const manifest = JSON.parse(readFileSync(`.output/${build}/manifest.json`, 'utf8'));

  test('every permission has its reason in the docs', () => {
    const fromTheStart = explained(isFirefox).filter((name) => isFirefox || !AT_THE_CLICK.includes(name));
    expect(manifest.permissions.toSorted()).toEqual(fromTheStart.toSorted());
    expect(manifest.optional_permissions).toEqual(isFirefox ? undefined : AT_THE_CLICK);
  });

  test('no access to any site, no script in any page', () => {
    const { host_permissions, optional_host_permissions, content_scripts } = manifest;
    const asked = [host_permissions, content_scripts].flat();
    expect(asked.filter((entry) => entry !== undefined)).toEqual([]);
    // One site at a time, when a person allows it for a document; see docs/permissions.md.
    expect(optional_host_permissions).toEqual(isFirefox ? ['*://*/*'] : undefined);
    expect(manifest.externally_connectable).toBeUndefined();
    expect(manifest.web_accessible_resources ?? []).toEqual([]);
  });

  test('pages of the extension run no foreign code', () => {
    const policy = manifest.content_security_policy.extension_pages;
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*/);
  });

  test('both shortcuts are there', () => {
    expect(manifest.commands._execute_action.suggested_key.default).toBe('Alt+Shift+K');
    expect(manifest.commands['clip-now'].suggested_key.default).toBe('Alt+Shift+J');
  });
});
