import type { Context } from '#platform/http';
import { workbookFile } from '#platform/spreadsheet';
import type { MemberRow } from './contract.ts';
import { kindLabel, occupationLabel, situationLabel } from './rules/words.ts';
import * as store from './store.ts';
import { viewOf } from './view.ts';

const columns = [
  { title: '序号', width: 6, kind: 'number' },
  { title: '所在党支部', width: 28 },
  { title: '姓名', width: 10 },
  { title: '性别', width: 6 },
  { title: '出生日期', width: 12, kind: 'day' },
  { title: '身份证号（脱敏）', width: 22 },
  { title: '手机号（脱敏）', width: 16 },
  { title: '类别', width: 10 },
  { title: '入党日期', width: 12, kind: 'day' },
  { title: '转正日期', width: 12, kind: 'day' },
  { title: '职业', width: 16 },
  { title: '状态', width: 10 },
] as const;

const sexLabel: Record<string, string> = { '1': '男', '2': '女' };

/** The register of members as an Excel file（党员名册）, numbers masked; who took it, and how much, is journalled. */
export async function exportRegister(ctx: Context, { organizationId, ...wanted }: store.Wanted & { organizationId: string }): Promise<File> {
  const { db, path, actor } = ctx;
  const taken = { members: 0 };
  const rows = rowsOf(store.everyMember(db, path, wanted), (member) => viewOf(member, actor), taken);
  const file = await workbookFile(db, '党员名册', [{ name: '党员名册', columns, rows }]);
  await ctx.record('member.exported', { subjectId: organizationId, after: { ...wanted, ...taken } });
  return file;
}

async function* rowsOf(members: AsyncIterable<store.ListedMember>, view: (member: store.ListedMember) => MemberRow, taken: { members: number }) {
  for await (const member of members) {
    const row = view(member);
    yield [
      ++taken.members,
      row.organizationName,
      row.name,
      sexLabel[row.sex] ?? '未说明',
      row.bornOn,
      row.idNumberMask,
      row.phoneMask,
      kindLabel[row.kind],
      row.joinedOn,
      row.fullOn,
      occupationLabel[row.occupation],
      situationLabel[row.situation],
    ];
  }
}
