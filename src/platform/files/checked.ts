import { createHash } from 'node:crypto';
import { type Readable, Transform } from 'node:stream';

export const digestOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

/**
 * Let bytes through and compare their digest at the end（读时校验）. The last part waits for the comparison, so that nobody ever holds
 * the whole of an altered file.
 */
export function checked(source: Readable, sha256: string): Readable {
  const hash = createHash('sha256');
  let held: Buffer | undefined;
  const check = new Transform({
    transform(chunk: Buffer, _, done) {
      hash.update(chunk);
      const before = held;
      held = chunk;
      done(null, before);
    },
    flush(done) {
      if (hash.digest('hex') === sha256) done(null, held);
      else done(new Error(`the file ${sha256} was altered where it is kept`));
    },
  });
  source.on('error', (error) => check.destroy(error));
  check.on('close', () => source.destroy());
  return source.pipe(check);
}
