/**
 * The container of a back-up（备份文件）: `HANGJIB1`, then one gzip stream of frames, then the SHA-256 of all that stands before it.
 *
 * A frame is a letter, a length of four bytes and so many bytes: `P` begins a part with its description, `D` brings data, `E` ends the part
 * with its count and digest, `M` is the manifest and the last one.
 */
export const magic = Buffer.from('HANGJIB1');
export const digestLength = 32;

export type FrameKind = 'P' | 'D' | 'E' | 'M';
export interface Frame {
  kind: FrameKind;
  bytes: Buffer;
}

const headLength = 5;
const longestFrame = 64 * 1_048_576;

export function frameOf(kind: FrameKind, bytes: Buffer): Buffer {
  const head = Buffer.alloc(headLength);
  head.write(kind, 0, 'latin1');
  head.writeUInt32BE(bytes.length, 1);
  return Buffer.concat([head, bytes]);
}

export const jsonFrame = (kind: FrameKind, value: unknown): Buffer => frameOf(kind, Buffer.from(JSON.stringify(value)));

/** Read frames from whatever pieces the stream comes in. @throws when the stream ends inside a frame or is none of ours */
export async function* framesIn(source: AsyncIterable<Buffer>): AsyncGenerator<Frame> {
  let held = Buffer.alloc(0);
  let pieces: Buffer[] = [];
  let waiting = 0;
  let needed = headLength;
  for await (const piece of source) {
    pieces.push(piece);
    waiting += piece.length;
    if (held.length + waiting < needed) continue;
    held = Buffer.concat([held, ...pieces]);
    pieces = [];
    waiting = 0;
    while (held.length >= headLength) {
      const length = held.readUInt32BE(1);
      if (length > longestFrame) throw new RangeError('a frame is too long');
      needed = headLength + length;
      if (held.length < needed) break;
      yield { kind: kindOf(held.toString('latin1', 0, 1)), bytes: held.subarray(headLength, needed) };
      held = held.subarray(needed);
      needed = headLength;
    }
  }
  if (held.length + waiting > 0) throw new RangeError('the stream ends inside a frame');
}

function kindOf(letter: string): FrameKind {
  if (letter === 'P' || letter === 'D' || letter === 'E' || letter === 'M') return letter;
  throw new TypeError('an unknown kind of frame');
}
