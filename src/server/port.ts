import { once } from 'node:events';
import { createServer } from 'node:net';
import { OperatorError } from '#platform/db';

/** Find out that a port cannot be had before anything else is started. @throws {OperatorError} naming what to do */
export async function checkPort(port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port);
    await once(probe, 'listening');
  } catch (error) {
    throw portError(error, port);
  } finally {
    probe.close();
  }
}

/** The operator's sentence for a port that cannot be had; anything else stays what it is. */
export function portError(error: unknown, port: number): unknown {
  const { code } = error as NodeJS.ErrnoException;
  if (code === 'EADDRINUSE')
    return new OperatorError(`端口 ${port} 已被别的程序占用。请先停掉它，或换一个端口：PORT=${port + 1} npm start。`, { cause: error });
  if (code === 'EACCES') return new OperatorError(`没有权限使用端口 ${port}。请换一个 1024 以上的端口：PORT=3000 npm start。`, { cause: error });
  return error;
}
