/**
 * Runs in a page only when a person clips it. Only what needs the live page happens here; what was read goes back to
 * whoever injected it, with how many milliseconds of the page's time it took, and what it means is found out there.
 */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { handOver } from '../../capture/hand-over.ts';
import { inSlices } from '../browser/in-slices.ts';
import { takeHandedProfiles } from '../browser/taken-profiles.ts';

const MAX_RESTARTS = 2;

export default defineUnlistedScript({
  globalName: true,
  async main() {
    const profiles = takeHandedProfiles();
    let address = '';
    const begin = () => {
      address = location.href;
      return handOver(document, address, profiles);
    };
    let restarts = 0;
    // [CA2] A program that changed its route meanwhile is read anew; one that goes on changing is found out by the tab.
    const isStale = () => {
      if (location.href === address || restarts >= MAX_RESTARTS) return false;
      restarts += 1;
      return true;
    };
    const { value, took } = await inSlices(begin, isStale);
    return { ...value, took };
  },
});
