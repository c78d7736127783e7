import { folderStore } from '#platform/files';
import type { Services } from '#platform/jobs';

/** Files in a folder, and a keyring that lives as long as the test. */
export async function testServices(folder: string): Promise<Services> {
  return {
    files: folderStore(folder),
    keyring: {
      seal: (plain, about) => Buffer.from(`${about}\n${plain}`),
      open: (cipher) => cipher.toString('utf8').split('\n')[1] ?? '',
    },
  };
}
