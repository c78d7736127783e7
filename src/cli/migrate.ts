import { migrate } from '#platform/db';
import { migrationsFolder } from '#platform/program';
import { withDatabase } from './with-database.ts';

/** 迁移, without starting a server. */
export async function migrateNow(): Promise<void> {
  await withDatabase((owner) => migrate(owner, migrationsFolder));
  console.log('数据库已是本程序的版本。');
}
