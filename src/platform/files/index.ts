import { join } from 'node:path';
import { folderStore } from './folder.ts';
import { type S3Settings, s3Store } from './s3.ts';
import type { FileStore } from './store.ts';

export { folderStore } from './folder.ts';
export { type S3Settings, s3Store } from './s3.ts';
export type { FileStore } from './store.ts';

/** The store that this process is told to use: the bucket named in `HANGJI_S3_*`, or a folder beside the database. */
export function openFiles(folder: string, environment: NodeJS.ProcessEnv): FileStore {
  const { HANGJI_S3_ENDPOINT: endpoint, HANGJI_S3_BUCKET: bucket, HANGJI_S3_KEY: key, HANGJI_S3_SECRET: secret, HANGJI_S3_REGION: region } = environment;
  if (!endpoint) return folderStore(join(folder, 'files'));
  const settings: S3Settings = { endpoint, bucket: bucket ?? 'hangji', key: key ?? '', secret: secret ?? '', region: region ?? 'us-east-1' };
  return s3Store(settings);
}
