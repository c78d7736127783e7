import { fullDisk, noSpace, OperatorError } from '#platform/db';

/** What the operator can do about a failure（给运维的一句话）, or nothing when it is a fault of ours and belongs in the log whole. */
export function sentenceFor(error: unknown, folder: string): string | undefined {
  if (!(error instanceof Error)) return undefined;
  if (error instanceof OperatorError) return error.message;
  const { code = '', syscall = '', path = folder } = error as NodeJS.ErrnoException;
  // 53100 is PostgreSQL's "disk full".
  if (code === '53100' || noSpace.test(`${code} ${error.message}`)) return fullDisk(folder);
  if (syscall !== 'listen' && ['EACCES', 'EPERM', 'EROFS', 'ENOTDIR'].includes(code)) return `${path} 不能读写。请改正它的权限，或以 HANGJI_DATA 换一个目录。`;
  return undefined;
}
