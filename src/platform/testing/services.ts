import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { folderStore } from '#platform/files';
import type { Services } from '#platform/jobs';
import { openKeyring } from '#platform/keyring';

/** Files and a keyring in a folder: the real ones. @param folder - a new one when absent */
export async function testServices(folder = mkdtempSync(join(tmpdir(), 'hangji-services-'))): Promise<Services> {
  return { files: folderStore(folder), keyring: await openKeyring(folder) };
}
