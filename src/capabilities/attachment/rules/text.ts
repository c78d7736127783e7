/** Is it text in UTF-8（含 BOM）, GB 18030 or UTF-16 with its mark, without control characters? Chinese office computers still write all three. */
export const isText = (bytes: Uint8Array): boolean => isUtf16(bytes) || (bytes.every(isPrintable) && (isUtf8(bytes) || isGb18030(bytes)));

function isUtf16(bytes: Uint8Array): boolean {
  const littleFirst = bytes[0] === 0xff && bytes[1] === 0xfe;
  const bigFirst = bytes[0] === 0xfe && bytes[1] === 0xff;
  if ((!littleFirst && !bigFirst) || bytes.length % 2 === 1) return false;
  for (let at = 2; at < bytes.length; at += 2) {
    const [low, high] = littleFirst ? [bytes[at], bytes[at + 1]] : [bytes[at + 1], bytes[at]];
    if (high === 0 && !isPrintable(low ?? 0)) return false;
  }
  return true;
}

/** Nothing but white space says nothing. */
export const isBlank = (bytes: Uint8Array): boolean => bytes.every((byte) => byte === 0x20 || (byte >= 0x09 && byte <= 0x0d));

const isPrintable = (byte: number): boolean => (byte >= 0x20 ? byte !== 0x7f : byte >= 0x09 && byte <= 0x0d);
const isWithin = (byte: number | undefined, low: number, high: number): boolean => byte !== undefined && byte >= low && byte <= high;

function isUtf8(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const following = first < 0x80 ? 0 : isWithin(first, 0xc2, 0xdf) ? 1 : isWithin(first, 0xe0, 0xef) ? 2 : isWithin(first, 0xf0, 0xf4) ? 3 : undefined;
    if (following === undefined) return false;
    for (let next = 1; next <= following; next++) if (!isWithin(bytes[at + next], 0x80, 0xbf)) return false;
    at += following + 1;
  }
  return true;
}

function isGb18030(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1];
    if (first < 0x80) at += 1;
    else if (!isWithin(first, 0x81, 0xfe)) return false;
    else if (isWithin(second, 0x40, 0xfe) && second !== 0x7f) at += 2;
    else if (isWithin(second, 0x30, 0x39) && isWithin(bytes[at + 2], 0x81, 0xfe) && isWithin(bytes[at + 3], 0x30, 0x39)) at += 4;
    else return false;
  }
  return true;
}
