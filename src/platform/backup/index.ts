export type { Manifest } from './manifest.ts';
export { verifyBackup } from './read.ts';
export { type RestoreTarget, restoreBackup } from './restore.ts';
export { type BackupSource, type BackupSummary, writeBackup } from './write.ts';
