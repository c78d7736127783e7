/** A PDF whose pages hold a drawing and no text（扫描的 PDF）. @source ISO 32000-1, 7.5 */
export function scannedPdf(pages: number): Buffer {
  const numbers = Array.from({ length: pages }, (_, index) => index);
  const content = (index: number) => `${numbers.map((line) => `60 ${740 - 40 * line} ${line === index ? 470 : 200} 14 re f`).join('\n')}\n`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Kids [${numbers.map((index) => `${3 + 2 * index} 0 R`).join(' ')}] /Count ${pages} >>`,
    ...numbers.flatMap((index) => [
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << >> /Contents ${4 + 2 * index} 0 R >>`,
      `<< /Length ${content(index).length} >>\nstream\n${content(index)}endstream`,
    ]),
  ];
  let text = '%PDF-1.4\n';
  const offsets = objects.map((object, index) => {
    const offset = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const start = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, 'latin1');
}
