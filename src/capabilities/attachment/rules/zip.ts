/** Little-endian numbers in bytes. */
const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const u32 = (bytes: Uint8Array, at: number): number => (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;

const endRecord = 0x06054b50;
const endRecordLength = 22;
const longestComment = 65_535;
const directoryEntry = 0x02014b50;
const directoryEntryLength = 46;
const localHeaderLength = 30;
const mostEntries = 20_000;

/** One file of an archive, as its directory describes it; what the directory says of sizes is only a claim. */
export interface ZipEntry {
  name: string;
  /** 0: stored, 8: deflated */
  method: number;
  /** the packed bytes */
  start: number;
  end: number;
}

/**
 * Read a ZIP archive's directory（压缩包目录）, which stands at its end; nothing is unpacked.
 *
 * @returns nothing when the directory is missing or does not fit, as in a file that was cut off
 */
export function entriesInZip(bytes: Uint8Array): ZipEntry[] | undefined {
  const end = endOf(bytes);
  if (end === undefined) return undefined;
  const count = u16(bytes, end + 10);
  let at = u32(bytes, end + 16);
  if (count > mostEntries || at + u32(bytes, end + 12) > end) return undefined;
  const entries: ZipEntry[] = [];
  for (let entry = 0; entry < count; entry++) {
    if (u32(bytes, at) !== directoryEntry) return undefined;
    const length = u16(bytes, at + 28);
    const name = String.fromCharCode(...bytes.subarray(at + directoryEntryLength, at + directoryEntryLength + length));
    const local = u32(bytes, at + 42);
    const start = local + localHeaderLength + u16(bytes, local + 26) + u16(bytes, local + 28);
    entries.push({ name, method: u16(bytes, at + 10), start, end: start + u32(bytes, at + 20) });
    at += directoryEntryLength + length + u16(bytes, at + 30) + u16(bytes, at + 32);
    if (at > end) return undefined;
  }
  return entries;
}

function endOf(bytes: Uint8Array): number | undefined {
  const lowest = Math.max(0, bytes.length - endRecordLength - longestComment);
  for (let at = bytes.length - endRecordLength; at >= lowest; at--) if (u32(bytes, at) === endRecord) return at;
  return undefined;
}
