/**
 * Runs in a page only when a person clips it; the draft, and how many milliseconds of the page's time
 * it took, and whether the page is still waiting for its text, go back to whoever injected it. Reading
 * happens in short slices with the page's own work between them, so that a huge page never freezes.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { capturePage } from '../../capture/index.ts';
import { picturePlaces } from '../../capture/picture-places.ts';
import { isUnfinished } from '../../capture/unfinished.ts';
import { takeHandedProfiles } from '../browser/taken-profiles.ts';

/** Long enough to be worth it, short enough not to be felt: half a frame at 60 Hz, in milliseconds. */
const SLICE = 8;

const MAX_RESTARTS = 2;

/** Lets the page work. A message, because timers of a tab in the background wait a second. */
const pause = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });

export default defineUnlistedScript({
  globalName: true,
  async main() {
    const profiles = takeHandedProfiles();
    let address = location.href;
    let reading = capturePage(document, address, profiles);
    let restarts = 0;
    for (let took = 0; ; await pause()) {
      // [CA2] A program that changed its route meanwhile is read anew; one that goes on changing is found out by the tab.
      if (location.href !== address && restarts < MAX_RESTARTS) {
        restarts += 1;
        address = location.href;
        reading = capturePage(document, address, profiles);
      }
      const began = performance.now();
      for (let elapsed = 0; elapsed < SLICE; elapsed = performance.now() - began) {
        const step = reading.next();
        if (!step.done) continue;
        const unfinished = isUnfinished(document, step.value);
        const places = picturePlaces(document, step.value.imageAddress);
        return { draft: step.value, places, unfinished, took: took + performance.now() - began };
      }
      took += performance.now() - began;
    }
  },
});
