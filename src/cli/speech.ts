import { readFile } from 'node:fs/promises';
import { basename, extname } from 'node:path';
import { OperatorError } from '#platform/db';
import { decompose } from '../capabilities/directive/rules/decomposition/index.ts';

/**
 * 分解一篇讲话: with `json`, exactly one document of the annotation format; else a short overview.
 *
 * Offsets count UTF-16 units of the file as it is, so nothing is trimmed and no byte order mark taken away.
 */
export async function parse(path: string, json: boolean): Promise<void> {
  const file = basename(path);
  const result = decompose(await textOf(path), { id: basename(file, extname(file)), file });
  if (json) {
    process.stdout.write(`${JSON.stringify(result, null, 1)}\n`);
    return;
  }
  const tasks = result.items.filter(({ kind }) => kind === 'task');
  const counted = (name: 'lead' | 'deadline') => tasks.filter((task) => (name === 'lead' ? task.lead.length > 0 : task.deadline !== null)).length;
  console.log(`${result.doc.title ?? file}：${result.sections.length} 个标题，${result.items.length} 条内容，其中任务 ${tasks.length} 条。`);
  console.log(`写明牵头单位的 ${counted('lead')} 条，写明时限的 ${counted('deadline')} 条。加 --json 输出全部内容。`);
}

async function textOf(path: string): Promise<string> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') throw new OperatorError(`没有文件 ${path}。请核对路径。`);
    if (error.code === 'EISDIR') throw new OperatorError(`${path} 是目录。请指明一个文本文件。`);
    throw new OperatorError(`${path} 读不出来。请检查它的权限。`, { cause: error });
  });
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch (cause) {
    throw new OperatorError(`${path} 不是 UTF-8 文本。请另存为 UTF-8 的文本文件再分解。`, { cause });
  }
}
