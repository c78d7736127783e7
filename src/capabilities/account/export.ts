import { dayOf } from '#kernel/day';
import type { Context } from '#platform/http';
import { type Cell, type Column, everyRow, workbookFile } from '#platform/spreadsheet';
import { listAccounts, type ShownAccount } from './account-store.ts';
import { grantsHeldOn } from './grant-store.ts';
import { roleLabel } from './rules/roles.ts';

const columns: Column[] = [
  { title: '姓名', width: 12 },
  { title: '登录名', width: 24 },
  { title: '工号', width: 16 },
  { title: '状态', width: 14 },
  { title: '验证器', width: 10 },
  { title: '建立日期', width: 12, kind: 'day' },
];
const roleColumn: Column = { title: '现有角色', width: 60 };

/** Accounts as an Excel file（导出账号）: no secrets, and roles only for who may read them, as on the pages（三员分立）. */
export async function exportAccounts(ctx: Context, wanted: { q: string; disabled?: boolean | undefined }): Promise<File> {
  const { db, actor } = ctx;
  const withRoles = actor.permissions.has('security.administer');
  const today = dayOf(new Date());
  let accounts = 0;
  const readPage = async (window: { page: number; size: number }) => {
    const { rows } = await listAccounts(db, { ...wanted, ...window });
    accounts += rows.length;
    if (!withRoles) return rows.map(cellsOf);
    const held = new Map<string, string[]>(rows.map(({ id }) => [id, []]));
    for (const grant of await grantsHeldOn(db, [...held.keys()], today))
      held.get(grant.account_id)?.push(`${grant.organization_name}：${roleLabel[grant.role]}`);
    return rows.map((row) => [...cellsOf(row), held.get(row.id)?.join('；') ?? '']);
  };
  const sheet = { name: '账号', columns: withRoles ? [...columns, roleColumn] : columns, rows: everyRow(readPage) };
  const file = await workbookFile(db, `账号 ${today}`, [sheet]);
  await ctx.record('account.exported', { subjectId: actor.id, after: { ...wanted, accounts } });
  return file;
}

const cellsOf = (row: ShownAccount): Cell[] => [
  row.name,
  row.sign_in_name,
  row.staff_number,
  stateOf(row),
  row.totp_confirmed ? '已绑定' : '未绑定',
  dayOf(row.created_at),
];

const stateOf = ({ disabled, locked_until, must_change_password }: ShownAccount): string =>
  disabled ? '已停用' : locked_until && locked_until > new Date() ? '已锁定' : must_change_password ? '待改初始密码' : '正常';
