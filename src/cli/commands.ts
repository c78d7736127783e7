import { Command, CommanderError } from 'commander';
import { version } from '#platform/program';
import { sentenceFor } from '../server/explain.ts';
import { readSettings } from '../server/settings.ts';
import type { SimulateOptions } from './simulate.ts';

const usageError = 2;

/**
 * The command line（命令行）. Each command loads what it needs when it is called, so that decomposing a text does not load a server.
 *
 * Ends with 0 when done, 1 when it could not be done, 2 when it was called wrongly; each with one sentence.
 */
export async function runCommand(argv: readonly string[]): Promise<void> {
  const program = speakChinese(new Command('hangji'));
  program
    .description('夯基：启动、迁移、备份、恢复、模拟、分解讲话、核验日志')
    .version(version, '-V, --version', '显示版本')
    .helpCommand('help [命令]', '显示帮助');
  const add = (name: string, does: string, parent = program) => speakChinese(parent.command(name)).description(does);

  add('start', '启动服务（与 npm start 相同）')
    .option('--empty', '空的真实安装')
    .action(async ({ empty }: { empty?: boolean }) => (await import('../server/run.ts')).run(empty ? ['--empty'] : [], process.env));
  add('migrate', '把数据库升级到本程序的版本').action(async () => (await import('./migrate.ts')).migrateNow());
  add('backup <文件>', '备份数据库和附件到一个文件，不影响正在进行的工作')
    .option('--with-keys', '把密钥环也放进备份（默认不放，应另存一处）')
    .action(async (file: string, { withKeys }: { withKeys?: boolean }) => (await import('./backup.ts')).backup(file, withKeys ?? false));
  add('restore <文件>', '把备份恢复到空的数据目录或空数据库').action(async (file: string) => (await import('./backup.ts')).restore(file));
  add('simulate', '在空的数据目录或空数据库里生成模拟县，或由许多县组成的模拟省')
    .option('--counties <个>', '县的个数', '1')
    .option('--organizations <个>', '每县党组织数', '1500')
    .option('--members <名>', '每县党员数（默认为党组织数的 20 倍）')
    .option('--seed <文字>', '随机种子')
    .action(async (options: SimulateOptions) => (await import('./simulate.ts')).simulate(options));
  add('jobs', '列出没有完成的后台作业').action(async () => (await import('./jobs.ts')).listJobs());

  const speech = add('speech', '部署文件');
  add('parse <文件>', '分解一篇讲话、通知或方案', speech)
    .option('--json', '输出标注格式的 JSON')
    .action(async (file: string, { json }: { json?: boolean }) => (await import('./speech.ts')).parse(file, json ?? false));

  const journal = add('journal', '操作日志');
  add('verify', '核验日志是否被改动、删除、调换或截断', journal)
    .option('--file <文件>', '核验一个导出的日志文件，不需要数据库')
    .option('--mark <序号:摘要>', '对照抄录在库外的封条，查出日志末尾是否被截断')
    .action(async ({ file, mark }: { file?: string; mark?: string }) => (await import('./journal.ts')).verifyJournal(file, mark));
  add('export <文件>', '导出日志，供库外保存和核验', journal).action(async (file: string) => (await import('./journal.ts')).exportJournal(file));

  try {
    await program.parseAsync([...argv]);
  } catch (error) {
    process.exitCode = explain(error);
  }
}

function speakChinese(command: Command): Command {
  const titles: Record<string, string> = { 'Usage:': '用法：', 'Options:': '选项：', 'Commands:': '命令：', 'Arguments:': '参数：' };
  return command
    .exitOverride()
    .configureOutput({ writeErr: (text) => void (text.startsWith('error:') || process.stderr.write(text)) })
    .configureHelp({
      styleTitle: (title) => titles[title] ?? title,
      styleUsage: (usage) => usage.replace('[options]', '[选项]').replace('[command]', '[命令]'),
      subcommandTerm: (sub) => [sub.name(), ...sub.registeredArguments.map((argument) => `<${argument.name()}>`)].join(' '),
    })
    .helpOption('-h, --help', '显示帮助')
    .showHelpAfterError(false);
}

const asked = ['commander.helpDisplayed', 'commander.help', 'commander.version'];
const mistakes: Record<string, (word: string) => string> = {
  'commander.unknownCommand': (word) => `没有“${word}”这个命令。`,
  'commander.unknownOption': (word) => `没有“${word}”这个选项。`,
  'commander.missingArgument': (word) => `缺少参数“${word}”。`,
  'commander.optionMissingArgument': (word) => `选项“${word}”后面要写一个值。`,
  'commander.excessArguments': () => '参数太多了。',
};

function explain(error: unknown): number {
  if (error instanceof CommanderError) {
    // Called without a command, the library shows the help as an error.
    if (asked.includes(error.code)) return error.code === 'commander.help' ? usageError : 0;
    const word = error.message.match(/'([^']*)'/)?.[1] ?? '';
    console.error(`${mistakes[error.code]?.(word) ?? '命令写法有误。'}可用的命令见 npm run hangji -- --help。`);
    return usageError;
  }
  console.error(sentenceFor(error, folderOf()) ?? (isOlder(error) ? '数据库比程序旧。请先运行 npm run hangji -- migrate，或用 npm start 启动一次。' : error));
  return 1;
}

/** A table, column or function that is not there yet: the commands beside a server do not migrate by themselves. */
const isOlder = (error: unknown): boolean => error instanceof Error && 'code' in error && ['42P01', '42703', '42883'].includes(String(error.code));

const folderOf = (): string => {
  try {
    return readSettings(process.env).folder;
  } catch {
    return '';
  }
};
