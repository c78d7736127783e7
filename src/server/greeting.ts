import type { DemoAccount } from './demo.ts';
import type { Settings } from './settings.ts';

/** What the operator reads once the server listens（启动提示）. */
export function greeting(address: string, settings: Settings, accounts: readonly DemoAccount[]): string {
  const pages = [`夯基已启动：${address}`, `手机页面：  ${address}/m/`];
  if (settings.empty)
    return [...pages, `真实安装，数据在 ${settings.folder}。首次打开网址时设立系统管理员、安全保密管理员和安全审计员。`, '按 Ctrl-C 停止。'].join('\n');
  return [
    ...pages,
    `模拟数据，只供试用，数据在 ${settings.folder}。`,
    '',
    ...(accounts.length > 0 ? ['演示账号：', ...tableOf(accounts)] : ['演示账号在首次启动时打印过，记在当时数据目录的 demo.json 里。']),
    '',
    '空的真实安装：npm start -- --empty（用另一个数据目录）。按 Ctrl-C 停止。',
  ].join('\n');
}

function tableOf(accounts: readonly DemoAccount[]): string[] {
  const rows = accounts.map(({ role, name, organization, signInName, password, totpSecret }) => [
    role,
    signInName,
    password,
    `${name}，${organization}`,
    totpSecret ? `动态口令密钥 ${totpSecret}` : '',
  ]);
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => widthOf(row[column] ?? ''))));
  return rows.map(
    (row) =>
      `  ${row
        .map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell))))
        .join('  ')
        .trimEnd()}`,
  );
}

/** Columns a text takes on a terminal: a Chinese character takes two. */
const widthOf = (text: string): number => [...text].reduce((width, character) => width + (/[\u2E80-\uFFE6]/u.test(character) ? 2 : 1), 0);
