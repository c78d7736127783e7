import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Services } from '#platform/jobs';

/** Files in a folder, and a keyring that lives as long as the test. */
export async function testServices(folder: string): Promise<Services> {
  return {
    files: {
      put: async (bytes) => {
        const sha256 = createHash('sha256').update(bytes).digest('hex');
        await writeFile(join(folder, sha256), bytes);
        return sha256;
      },
      open: async (sha256) => createReadStream(join(folder, sha256)),
      has: async (sha256) => existsSync(join(folder, sha256)),
    },
    keyring: {
      seal: (plain, about) => Buffer.from(`${about}\n${plain}`),
      open: (cipher) => cipher.toString('utf8').split('\n')[1] ?? '',
    },
  };
}
