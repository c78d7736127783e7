import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the program（程序目录）: it holds the migrations and the built pages, from wherever the process was started. */
export const programFolder: string = (() => {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'migrations'))) {
    if (folder === dirname(folder)) throw new Error('the folder of the program has no migrations');
    folder = dirname(folder);
  }
  return folder;
})();

export const migrationsFolder: string = join(programFolder, 'migrations');

export const version: string = JSON.parse(readFileSync(join(programFolder, 'package.json'), 'utf8')).version;

export const newestMigration: string =
  readdirSync(migrationsFolder)
    .filter((name) => name.endsWith('.sql'))
    .sort()
    .at(-1) ?? '';
