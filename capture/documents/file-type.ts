/** What a file is, by its first bytes: names and servers' content types are often wrong. */

export type FileType =
  | 'pdf'
  /** An archive: Office Open XML, OpenDocument, or any other. */
  | 'zip'
  /** An Office file locked with a password: an archive wrapped in the older container. */
  | 'locked_office'
  /** The binary formats of before 2007, and whatever else uses their container. */
  | 'old_office'
  /** Instead of the file the server sent a page, mostly one that asks to sign in. */
  | 'web_page'
  | 'empty'
  | 'unknown';

const COMPOUND_FILE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** A PDF may have other bytes before its header; readers look for it in this many (ISO 32000, annex H). */
const PDF_HEADER_WITHIN = 1_024;
/** The directory of a container stands anywhere in it; small and locked files have it early. */
const DIRECTORY_WITHIN = 4_000_000;

const startsWith = (bytes: Uint8Array, start: readonly number[]): boolean =>
  start.every((byte, at) => bytes[at] === byte);

/** One letter for each byte. */
const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);

export function fileType(bytes: Uint8Array): FileType {
  if (bytes.length === 0) return 'empty';
  if (startsWith(bytes, [0x50, 0x4b, 3, 4])) return 'zip';
  if (startsWith(bytes, COMPOUND_FILE)) return isLocked(bytes) ? 'locked_office' : 'old_office';
  const head = latin(bytes.subarray(0, PDF_HEADER_WITHIN));
  if (head.includes('%PDF-')) return 'pdf';
  return /^(?:\xef\xbb\xbf)?\s*<(?:!doctype\s+html|html|head|body|!--|meta|script|title)/i.test(head)
    ? 'web_page'
    : 'unknown';
}

/** Names in the directory are UTF-16. The stream of a locked file is called so by MS-OFFCRYPTO, section 1.3.3. */
function isLocked(bytes: Uint8Array): boolean {
  const name = [...'EncryptedPackage'].map((letter) => `${letter}\0`).join('');
  return latin(bytes.subarray(0, DIRECTORY_WITHIN)).includes(name);
}
