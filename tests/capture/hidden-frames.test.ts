// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { maySelectIn } from '../../capture/hidden-frames.ts';

const frameOf = (attributes: string): Element => {
  document.body.innerHTML = `<iframe ${attributes}></iframe>`;
  return document.querySelector('iframe') as Element;
};

describe('a frame is looked into for a selection', () => {
  it.each(['', 'width="100%" height="400px"', 'width="" style="border:none"', 'class="reader" id="text"'])(
    'if nothing says that it is hidden: %s',
    (attributes) => expect(maySelectIn(frameOf(attributes))).toBe(true),
  );

  it.each([
    'hidden',
    'style="position: absolute; display: none;"',
    'style="visibility:hidden"',
    'width="1" height="1"',
    'height="0px"',
    'id="google_ads_iframe_/1/example_0"',
    'class="consent"',
  ])('and not if its own markup says so: %s', (attributes) => expect(maySelectIn(frameOf(attributes))).toBe(false));
});
