import { dayOf } from '#kernel/day';
import { refuse, settle } from '#kernel/decision';
import { organizationOf } from '#organization';
import { serving } from '#platform/http';
import { type Cell, type Column, workbookFile } from '#platform/spreadsheet';
import { contract } from './contract.ts';
import { allDefinitions, definitionOf, type IndicatorDefinition } from './definition.ts';
import { monthsIn } from './rules/period.ts';
import { childValues, countRecords, listRecords, shownValue, valuesOf } from './values.ts';

const os = serving(contract);
const now = () => dayOf(new Date());

export const router = os.router({
  listIndicators: os.listIndicators.handler(async ({ context: { db }, input: { organizationId, period } }) => {
    const values = await valuesOf(db, organizationId, monthsIn(period), allDefinitions());
    return values.map(({ definition, value }) => ({ ...described(definition), ...value }));
  }),

  listChildValues: os.listChildValues.handler(async ({ context: { db }, input: { organizationId, key, period, page, size } }) => {
    const { total, rows } = await childValues(db, organizationId, known(key), monthsIn(period), { page, size });
    return { total, page, size, rows: rows.map((row) => ({ organizationId: row.organizationId, name: row.name, children: row.children, ...shownValue(row) })) };
  }),

  listRecords: os.listRecords.handler(async ({ context: { db, path }, input: { key, period, part, page, size } }) => {
    const definition = known(key);
    const counted = await countRecords(db, definition, path, monthsIn(period), now());
    const rows = await listRecords(db, definition, path, monthsIn(period), part, { page, size }, now());
    const { numerator, denominator } = counted;
    const total = { numerator, denominator, difference: denominator - numerator }[part];
    return { definition: described(definition), ...counted, total, page, size, rows: rows.map(recordOf) };
  }),

  exportRecords: os.exportRecords.handler(async ({ context: { db, path, record }, input: { organizationId, key, period } }) => {
    const definition = known(key);
    const { name } = await organizationOf(db, organizationId);
    await record('indicator.exported', { subjectId: organizationId, after: { key, period } });
    async function* rows() {
      for (let page = 1, found = batch; found === batch; page++) {
        const records = await listRecords(db, definition, path, monthsIn(period), 'denominator', { page, size: batch }, now());
        for (const { title, organization_name, day, counted } of records) yield [title, organization_name, day, counted ? '是' : '否'] satisfies Cell[];
        found = records.length;
      }
    }
    return workbookFile(db, `${name}${definition.name} ${period}`, [{ name: definition.name, columns, rows: rows() }]);
  }),
});

const batch = 2_000;
const columns: Column[] = [
  { title: '事项', width: 50 },
  { title: '党组织', width: 28 },
  { title: '日期', width: 12, kind: 'day' },
  { title: '计入分子', width: 10 },
];

const known = (key: string): IndicatorDefinition => definitionOf(key) ?? settle(refuse('indicator.unknown', { key }, '夯基规则：指标须先定义'));

const described = ({ records: _, turnsWithDay: __, ...definition }: IndicatorDefinition) => definition;

const recordOf = (row: Awaited<ReturnType<typeof listRecords>>[number]) => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  organizationId: row.organization_id,
  organizationName: row.organization_name,
  day: row.day,
  counted: row.counted,
});
