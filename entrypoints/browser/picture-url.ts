/** Object URLs of pictures: one for each, made once, gone with the page that made them. */
const urls = new WeakMap<Uint8Array, string>();

type Bytes = { bytes: Uint8Array<ArrayBuffer> };
type Described = Bytes & ({ type: string } | { picture: { type: string } });

export function pictureUrl(taken: Described | null | undefined): string | null {
  if (taken === null || taken === undefined) return null;
  const known = urls.get(taken.bytes);
  if (known !== undefined) return known;
  const type = 'type' in taken ? taken.type : taken.picture.type;
  const url = URL.createObjectURL(new Blob([taken.bytes], { type }));
  urls.set(taken.bytes, url);
  return url;
}
