/** Draw a progress bar（进度条）: one line that is redrawn on a terminal, a line every tenth elsewhere. */
export function progressBar(title: string, out: NodeJS.WriteStream = process.stdout): (done: number, total: number, what?: string) => void {
  const width = 30;
  let drawn = -1;
  return (done, total, what = '') => {
    const share = total > 0 ? Math.min(1, done / total) : 1;
    const percent = Math.floor(share * 100);
    const step = out.isTTY ? percent : Math.floor(percent / 10);
    if (step === drawn) return;
    drawn = step;
    const full = Math.round(share * width);
    const line = `${title} ${'█'.repeat(full)}${'░'.repeat(width - full)} ${percent}% ${what}`;
    if (out.isTTY) out.write(`\r\u001B[2K${line}${percent === 100 ? '\n' : ''}`);
    else out.write(`${line}\n`);
  };
}
