import { accountsNamed, installationOf, namesOfAccounts } from '#account';
import { addDays, dayOf } from '#kernel/day';
import { RefusedError } from '#kernel/decision';
import { rangeOf } from '#kernel/scope';
import { allOrganizations } from '#organization';
import type { Context } from '#platform/http';
import { countSealed, exportLines, inspect, latestSeals, readEntries, type SealMark, sentenceOf } from '#platform/journal';
import type { Verification } from './contract.ts';
import { entryView } from './view.ts';

const mostFindings = 100;
/** Beyond this an export belongs to the command line, which writes it line by line. */
const mostExported = 200_000;

interface Search {
  from?: string | undefined;
  to?: string | undefined;
  actorId?: string | undefined;
  actor: string;
  kind: string;
  subjectId?: string | undefined;
  path?: string | undefined;
  page: number;
  size: number;
}

const midnight = (day: string): Date => new Date(`${day}T00:00:00+08:00`);

/** Search the journal（检索日志）. */
export async function searchEntries({ db }: Context, { from, to, actorId, actor, kind, subjectId, path, page, size }: Search) {
  const named = actor ? (await accountsNamed(db, actor).execute()).map(({ id }) => id) : undefined;
  const actorIds = actorId ? (named ?? [actorId]).filter((id) => id === actorId) : named;
  const filter = { kind, subjectId, actorIds, from: from && midnight(from), to: to && midnight(addDays(to, 1)), paths: path && rangeOf(path) };
  const { rows, total } = await readEntries(
    db,
    { ...filter, from: filter.from || undefined, to: filter.to || undefined, paths: filter.paths || undefined },
    { page, size },
  );

  const actors = await namesOfAccounts(
    db,
    rows.map((row) => row.actor_id),
  );
  const organizations = await namesOfPlaces(
    db,
    rows.map((row) => row.path),
  );
  return { rows: rows.map((row) => entryView(row, actors, organizations)), total, page, size };
}

async function namesOfPlaces(db: Context['db'], paths: readonly string[]): Promise<Map<string, string>> {
  if (paths.length === 0) return new Map();
  const rows = await allOrganizations(db)
    .where('path', 'in', [...new Set(paths)])
    .execute();
  return new Map(rows.map(({ path, name }) => [path, name]));
}

/** Recount every seal from the first（核验日志）; the check itself is journalled. */
export async function verifyJournal(ctx: Context, mark?: SealMark): Promise<Verification> {
  const { findings, seals, entries } = await inspect(ctx.db, mark);
  const [last] = await latestSeals(ctx.db, 1);
  await ctx.record('audit.verified', { subjectId: ctx.actor.id, after: { seals, entries, findings: findings.length } });
  return {
    intact: findings.length === 0,
    seals,
    entries,
    findings: findings.slice(0, mostFindings).map((finding) => ({ ...finding, sentence: sentenceOf(finding) })),
    last: last ?? null,
  };
}

/** Write the journal into one file that verifies itself（导出日志）; the export is journalled, and belongs to the next one. */
export async function exportJournal(ctx: Context): Promise<File> {
  const { db } = ctx;
  const entries = await countSealed(db);
  if (entries > mostExported) {
    throw new RefusedError({ code: 'audit.export-too-large', facts: { entries, limit: mostExported }, article: '夯基规则：网页导出有上限' });
  }
  const { county, simulated } = await installationOf(db);
  const now = new Date();
  const exportedAt = now.toISOString();
  const lines: string[] = [];
  for await (const line of exportLines(db, { county, simulated, exportedAt })) lines.push(line, '\n');
  await ctx.record('audit.exported', { subjectId: ctx.actor.id, after: { entries } });
  return new File(lines, `${county.name}日志${simulated ? '（模拟数据）' : ''}-${dayOf(now)}.jsonl`, { type: 'application/jsonl' });
}

/** The latest seals to note down outside（最新封条）. */
export async function readMarks({ db }: Context, limit: number) {
  return { countyName: (await installationOf(db)).county.name, rows: await latestSeals(db, limit) };
}
