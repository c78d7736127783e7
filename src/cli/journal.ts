import { Client, type ClientConfig } from 'pg';
import { wholeCounty } from '#kernel/scope';
import { connect, OperatorError, transaction } from '#platform/db';
import { newId } from '#platform/id';
import { verify } from '#platform/journal';
import { withDatabase } from './with-database.ts';

/** 核验日志, of every county in the database or of an exported file. */
export async function verifyJournal(file: string | undefined): Promise<void> {
  if (file) throw new OperatorError('核验导出的文件还没有接上。');
  const findings = await withDatabase((owner) => findingsIn(owner));
  if (findings.length > 0) throw new OperatorError(findings.join('\n'));
  console.log('日志核验通过。');
}

export async function exportJournal(file: string): Promise<void> {
  throw new OperatorError(`导出日志还没有接上：${file}`);
}

/** What is wrong with the journals of a database, as sentences; empty when each stands as it was sealed. */
export async function findingsIn(owner: ClientConfig): Promise<string[]> {
  const { db, close } = connect(owner, 2);
  try {
    const sentences: string[] = [];
    for (const { id, name } of await countiesOf(owner)) {
      const reader = { role: 'hangji_reader' as const, scope: wholeCounty(id), actorId: newId() };
      const findings = await transaction(db, reader, (trx) => verify(trx));
      for (const { seal, problem } of findings) sentences.push(`${name}：第 ${seal} 号封条，${problem}`);
    }
    return sentences;
  } finally {
    await close();
  }
}

async function countiesOf(owner: ClientConfig): Promise<{ id: string; name: string }[]> {
  const client = new Client(owner);
  await client.connect();
  try {
    return (await client.query<{ id: string; name: string }>('select id, name from county order by code')).rows;
  } finally {
    await client.end();
  }
}
