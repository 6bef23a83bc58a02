/** Put into a page when a person asks what was read of it. */
import { defineContentScript } from 'wxt/utils/define-content-script';
import { provide } from '../browser/in-tab.ts';
import type { ReadTexts } from '../browser/read-marks.ts';
import { highlight } from './highlight.ts';

export default defineContentScript({
  registration: 'runtime',
  globalName: true,
  main() {
    provide('highlight', (texts: ReadTexts) => highlight(document, texts));
  },
});
