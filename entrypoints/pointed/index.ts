/** Put into a page when a person suggests one of its links or images: answers what the page says of it. */
import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { type PointedImage, readImage } from '../../capture/pointed-image.ts';
import { type PointedLink, readLink } from '../../capture/pointed-link.ts';
import { provide } from '../browser/in-tab.ts';

export default defineUnlistedScript({
  globalName: true,
  main() {
    provide(
      'readPointed',
      ({ kind, address }: { kind: 'link' | 'image'; address: string }): PointedLink | PointedImage =>
        kind === 'link' ? readLink(document, address) : readImage(document, address),
    );
  },
});
