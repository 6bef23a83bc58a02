/** Put into a page when a person asks what was read of it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { provide } from '../browser/in-tab.ts';
import type { ReadTexts } from '../browser/read-marks.ts';
import { highlight } from './highlight.ts';

export default defineUnlistedScript({
  globalName: true,
  main() {
    provide('highlight', (texts: ReadTexts) => highlight(document, texts));
  },
});
