import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { fullDisk, noSpace, OperatorError } from '#platform/db';

/** What the operator can do about a failure（给运维的一句话）, or nothing when it is a fault of ours and belongs in the log whole. */
export function sentenceFor(error: unknown, folder: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof OperatorError) return error.message;
  const { code = '', syscall = '', path = folder } = error as NodeJS.ErrnoException;
  // 53100 is PostgreSQL's "disk full".
  if (code === '53100' || noSpace.test(`${code} ${error.message}`)) return fullDisk(folder);
  if (isLostConnection(code, error.message) && noSpace.test(endOfLog(folder))) return fullDisk(folder);
  if (syscall !== 'listen' && ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code)) return `${path} 不能读写。请改正它的权限，或以 HANGJI_DATA 换一个目录。`;
  return undefined;
}

/** A PostgreSQL that cannot write its log of changes ends itself; its clients hear only that it went away. */
const isLostConnection = (code: string, message: string): boolean =>
  ['57P01', '57P02', '57P03', '08006', 'ECONNRESET', 'ECONNREFUSED', 'ENOENT', 'EPIPE'].includes(code) || /Connection terminated/.test(message);

const tailLength = 16_384;

/** The end of what the embedded server wrote last. */
function endOfLog(folder: string): string {
  const path = join(folder, 'data', 'server.log');
  if (!existsSync(path)) return '';
  const file = openSync(path, 'r');
  try {
    const tail = Buffer.alloc(tailLength);
    const read = readSync(file, tail, 0, tailLength, Math.max(0, fstatSync(file).size - tailLength));
    return tail.toString('utf8', 0, read);
  } finally {
    closeSync(file);
  }
}
