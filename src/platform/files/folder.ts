import { randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { access, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { checked, digestOf } from './checked.ts';
import { type FileStore, partsOf } from './store.ts';

/** Keep files in a folder of this machine（本机目录）. A file gets its name last: a torn one is never found. */
export function folderStore(folder: string): FileStore {
  const root = resolve(folder);
  const torn = join(root, '.part');
  const at = (sha256: string) => join(root, ...partsOf(sha256));
  const has = (sha256: string) =>
    access(at(sha256)).then(
      () => true,
      () => false,
    );

  return {
    place: `本机目录 ${root}`,
    has,
    put: async (bytes) => {
      const sha256 = digestOf(bytes);
      if (await has(sha256)) return sha256;
      const path = at(sha256);
      const part = join(torn, randomUUID());
      await mkdir(torn, { recursive: true });
      await mkdir(dirname(path), { recursive: true });
      try {
        await writeThrough(part, bytes);
        await rename(part, path);
      } catch (error) {
        await rm(part, { force: true });
        throw error;
      }
      for (const parent of [dirname(path), root]) await syncFolder(parent);
      return sha256;
    },
    open: async (sha256) => {
      await access(at(sha256));
      return checked(createReadStream(at(sha256)), sha256);
    },
    list: async function* () {
      for (const first of await readdir(root).catch(() => [])) {
        if (!/^[0-9a-f]{2}$/.test(first)) continue;
        for (const rest of await readdir(join(root, first))) if (/^[0-9a-f]{62}$/.test(rest)) yield first + rest;
      }
    },
  };
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A new name is kept by its folder, and the folder has to reach the disk as well. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
