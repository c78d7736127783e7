/** Little-endian numbers in bytes. */
const u16 = (bytes: Uint8Array, at: number): number => (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
const u32 = (bytes: Uint8Array, at: number): number => (u16(bytes, at) | (u16(bytes, at + 2) << 16)) >>> 0;

const endRecord = 0x06054b50;
const endRecordLength = 22;
const longestComment = 65_535;
const directoryEntry = 0x02014b50;
const directoryEntryLength = 46;
const mostEntries = 20_000;

/**
 * Names in a ZIP archive's directory（压缩包目录）, which stands at its end; nothing is unpacked.
 *
 * @returns nothing when the directory is missing or does not fit, as in a file that was cut off
 */
export function namesInZip(bytes: Uint8Array): string[] | undefined {
  const end = endOf(bytes);
  if (end === undefined) return undefined;
  const entries = u16(bytes, end + 10);
  let at = u32(bytes, end + 16);
  if (entries > mostEntries || at + u32(bytes, end + 12) > end) return undefined;
  const names: string[] = [];
  for (let entry = 0; entry < entries; entry++) {
    if (u32(bytes, at) !== directoryEntry) return undefined;
    const length = u16(bytes, at + 28);
    names.push(String.fromCharCode(...bytes.subarray(at + directoryEntryLength, at + directoryEntryLength + length)));
    at += directoryEntryLength + length + u16(bytes, at + 30) + u16(bytes, at + 32);
    if (at > end) return undefined;
  }
  return names;
}

function endOf(bytes: Uint8Array): number | undefined {
  const lowest = Math.max(0, bytes.length - endRecordLength - longestComment);
  for (let at = bytes.length - endRecordLength; at >= lowest; at--) if (u32(bytes, at) === endRecord) return at;
  return undefined;
}
