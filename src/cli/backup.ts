import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';
import { restoreBackup, verifyBackup, writeBackup } from '#platform/backup';
import { OperatorError, openServer } from '#platform/db';
import { openFiles } from '#platform/files';
import { newId } from '#platform/id';
import { migrationsFolder, version } from '#platform/program';
import { progressBar } from '../server/progress.ts';
import { readSettings, type Settings } from '../server/settings.ts';
import { findingsIn } from './journal.ts';
import { withDatabase } from './with-database.ts';

const keyringOf = ({ folder }: Settings): string => join(folder, 'keyring.json');
const megabytes = (bytes: number): string => `${(bytes / 1_048_576).toFixed(1)} MB`;

/** 备份: one file of every table and attachment. */
export async function backup(file: string, withKeys: boolean): Promise<void> {
  const summary = await withDatabase(async (owner, settings) => {
    const files = openFiles(settings.folder, process.env);
    const keys = withKeys ? keyringOf(settings) : undefined;
    const written = await writeBackup({ owner, files, version, keys, onProgress: progressBar('正在备份', process.stderr) }, file);
    await note(owner, written);
    return written;
  });
  const { tables, files, damagedFiles } = summary.manifest;
  const rows = tables.reduce((sum, table) => sum + table.rows, 0);
  console.log(`备份完成：${file}，${megabytes(summary.bytes)}，${tables.length} 张表 ${rows} 行，${files.length} 个附件。`);
  console.log(`SHA-256 ${summary.digest}`);
  if (damagedFiles.length > 0) console.error(`有 ${damagedFiles.length} 个附件在存放处已损坏，没有放进备份：${damagedFiles.join('、')}`);
  console.log(
    withKeys
      ? '密钥环也在其中：拿到这个文件的人能打开身份证号和电话，请妥善保管。'
      : `密钥环 keyring.json 不在其中，请另存一处；没有它，恢复后身份证号和电话打不开。`,
  );
}

/** Note that a back-up was finished, for the page of the system administrator. */
async function note(owner: ClientConfig, { bytes, digest }: { bytes: number; digest: string }): Promise<void> {
  const client = new Client(owner);
  await client.connect();
  try {
    await client.query('insert into backup (id, bytes, digest) values ($1, $2, $3)', [newId(), bytes, digest]);
  } finally {
    await client.end();
  }
}

/** 恢复: verify the file whole, then fill an empty folder or database, then verify the journal of the copy. */
export async function restore(file: string): Promise<void> {
  const verified = await verifyBackup(file);
  const settings = readSettings(process.env);
  await checkEmpty(settings);
  const server = await openServer(settings.folder, settings.databaseUrl);
  try {
    const target = { owner: server.owner, files: openFiles(settings.folder, process.env), migrationsFolder, keys: keyringOf(settings) };
    await restoreBackup(file, verified, { ...target, onProgress: progressBar('正在恢复', process.stderr) });
    const findings = await findingsIn(server.owner);
    if (findings.length > 0) throw new OperatorError(`数据已恢复，但日志核验没有通过：${findings.join('；')}`);
  } finally {
    await server.stop();
  }
  const { tables, files, createdAt, keys } = verified.manifest;
  console.log(`恢复完成：${tables.length} 张表、${files.length} 个附件，备份于 ${createdAt}；日志核验通过。`);
  if (!keys) console.log(`备份里没有密钥环。请在启动前把原来的 keyring.json 放到 ${keyringOf(settings)}，否则身份证号和电话打不开。`);
}

/** A folder that holds anything of ours is not empty, whether its database runs or not. */
async function checkEmpty({ folder, databaseUrl }: Settings): Promise<void> {
  const names = existsSync(folder) ? await readdir(folder) : [];
  const held = names.filter((name) => (name === 'data' && !databaseUrl) || name === 'files' || name === 'keyring.json');
  if (held.length > 0) throw new OperatorError(`数据目录 ${folder} 里已经有 ${held.join('、')}。恢复只写入空的数据目录，请以 HANGJI_DATA 换一个。`);
}
