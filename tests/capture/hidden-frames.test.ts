// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { maySelectIn } from '../../capture/hidden-frames.ts';

const frameOf = (attributes: string): Element => {
  document.body.innerHTML = `<iframe ${attributes}></iframe>`;
  return document.querySelector('iframe') as Element;
};

describe('a frame is looked into for a selection', () => {
  it('if it has the focus, whatever its name is: companies have frames of their own that are named so', () => {
    const frame = frameOf('class="cmp-embed__frame" tabindex="0"');
    (frame as HTMLElement).focus();
    expect(maySelectIn(frame)).toBe(true);
  });

  it.each([
    'width="0" style="width: 100%"',
    '',
    'width="100%" height="400px"',
    'width="" style="border:none"',
    'class="reader" id="text"',
  ])('if nothing says that it is hidden: %s', (attributes) => expect(maySelectIn(frameOf(attributes))).toBe(true));

  it.each([
    'hidden',
    'style="position: absolute; display: none;"',
    'style="visibility:hidden"',
    'width="1" height="1"',
    'height="0px"',
    'id="google_ads_iframe_/1/example_0"',
    'class="consent"',
    'class="analytics-dashboard"',
  ])('and not if its own markup says so: %s', (attributes) => expect(maySelectIn(frameOf(attributes))).toBe(false));
});
