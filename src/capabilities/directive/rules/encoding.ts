/** What Node and browsers both have; rules are compiled without either. */
declare const TextDecoder: new (label: string, options: { fatal: boolean }) => { decode(bytes: Uint8Array): string };

/**
 * Decode a text file（文字解码）: UTF-16 by its mark, else UTF-8 with or without mark, else GB 18030, which old office programs write. The mark itself is
 * no part of the text.
 *
 * @returns nothing when it is none of these, or holds control characters: then it is no text
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  const wide = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
  for (const encoding of wide ? [wide] : ['utf-8', 'gb18030']) {
    const text = decoded(bytes, encoding);
    if (text !== undefined) return isReadable(text) ? text : undefined;
  }
  return undefined;
}

function decoded(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** No control characters but white space. */
export function isReadable(text: string): boolean {
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0x7f || (code < 0x20 && !(code >= 0x09 && code <= 0x0d))) return false;
  }
  return true;
}
