/**
 * The size of an image by its own head, before anything unpacks it. What decoders would go by is read and
 * nothing else; a head that is not as its format says has no size.
 */

export type ImageSize = { width: number; height: number };

/** In pixels; null where it cannot be read. `type` is what the first bytes say. */
export function imageSize(bytes: Uint8Array, type: 'image/png' | 'image/jpeg' | 'image/webp'): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const size = { 'image/png': ofPng, 'image/jpeg': ofJpeg, 'image/webp': ofWebp }[type](view);
    return size !== null && size.width > 0 && size.height > 0 ? size : null;
  } catch {
    // The bytes end too early.
    return null;
  }
}

const ofPng = (view: DataView): ImageSize => ({ width: view.getUint32(16), height: view.getUint32(20) });

/** Segments until the one that begins the frame (SOF, ITU-T T.81 B.2.2). Previews stand within segments: they are passed over. */
function ofJpeg(view: DataView): ImageSize | null {
  for (let at = 2; view.getUint8(at) === 0xff; ) {
    const marker = view.getUint8(at + 1);
    // Any number of these may fill the room before a marker.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    const length = view.getUint16(at + 2);
    // Tables of codes (C4, CC) and a reserved one (C8) stand among the frames' markers.
    if (marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker))
      return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
    if (marker < 0xc0 || (marker >= 0xd0 && marker <= 0xda) || length < 2) return null;
    at += 2 + length;
  }
  return null;
}

/** The first chunk (RFC 9649): a single picture, one without loss, or the canvas of what has more parts. */
function ofWebp(view: DataView): ImageSize | null {
  const chunk = String.fromCharCode(...[12, 13, 14, 15].map((at) => view.getUint8(at)));
  if (chunk === 'VP8 ') {
    const isKeyFrame = view.getUint8(23) === 0x9d && view.getUint8(24) === 0x01 && view.getUint8(25) === 0x2a;
    return isKeyFrame ? { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff } : null;
  }
  if (chunk === 'VP8L') {
    const both = view.getUint32(21, true);
    return view.getUint8(20) === 0x2f ? { width: (both & 0x3fff) + 1, height: ((both >>> 14) & 0x3fff) + 1 } : null;
  }
  // 24 bits each.
  const side = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 0x10000 + 1;
  return chunk === 'VP8X' ? { width: side(24), height: side(27) } : null;
}
