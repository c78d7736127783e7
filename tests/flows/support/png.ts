import { crc32, deflateSync } from 'node:zlib';

/** A picture of a typed page（扫描页图片）: white, with grey lines where the words would be. @source PNG (ISO/IEC 15948) 5 */
export function pngPage(width = 620, height = 877): Buffer {
  const rows = Buffer.alloc((width + 1) * height, 0xff);
  for (let y = 0; y < height; y += 1) {
    rows[y * (width + 1)] = 0;
    const isLine = y > 90 && y < height - 90 && y % 34 < 12;
    if (isLine) rows.fill(0x66, y * (width + 1) + 80, (y + 1) * (width + 1) - 80);
  }
  const size = Buffer.alloc(8);
  size.writeUInt32BE(width, 0);
  size.writeUInt32BE(height, 4);
  // Eight bits of grey, no interlacing.
  const header = Buffer.concat([size, Buffer.from([8, 0, 0, 0, 0])]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
