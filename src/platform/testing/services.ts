import { folderStore } from '#platform/files';
import type { Services } from '#platform/jobs';
import { openKeyring } from '#platform/keyring';

/** Files and a keyring in a folder: the real ones. */
export async function testServices(folder: string): Promise<Services> {
  return { files: folderStore(folder), keyring: await openKeyring(folder) };
}
