import { type Generated, type Insertable, type SqlBool, sql } from 'kysely';
import { rangeOf } from '#kernel/scope';
import { allOrganizations } from '#organization';
import { allPeople } from '#person';
import type { Db } from '#platform/db';
import type { MemberKind, Occupation, Situation, Sort } from './rules/words.ts';

interface MemberTable {
  county_id: Generated<string>;
  id: string;
  person_id: string;
  organization_id: string;
  path: string;
  kind: MemberKind;
  joined_on: string;
  full_on: string | null;
  occupation: Occupation;
  situation: Generated<Situation>;
  from_day: string;
  to_day: string | null;
}
export type NewMember = Insertable<MemberTable>;

const own = (db: Db) => db.withTables<{ member: MemberTable }>();

/** A member with the person and the organization beside it. */
const listed = (db: Db) =>
  own(db)
    .selectFrom('member')
    .innerJoin(allPeople(db).as('person'), 'person.id', 'member.person_id')
    .innerJoin(allOrganizations(db).as('organization'), 'organization.id', 'member.organization_id')
    .select(['member.id', 'member.person_id', 'member.path', 'member.kind', 'member.joined_on', 'member.full_on', 'member.occupation', 'member.situation'])
    .select(['member.organization_id', 'organization.name as organization_name'])
    .select(['person.name', 'person.sex', 'person.born_on', 'person.id_number_mask', 'person.phone_mask'])
    .where('member.to_day', 'is', null);
export type ListedMember = Awaited<ReturnType<ReturnType<typeof listed>['executeTakeFirstOrThrow']>>;

export interface Wanted {
  q: string;
  kinds?: readonly MemberKind[] | undefined;
  situations?: readonly Situation[] | undefined;
}

/** Memberships of today in a subtree that fit the filters; `person` must be joined where a name is asked for. */
function matches(path: string, { q, kinds, situations }: Wanted) {
  const { lo, hi } = rangeOf(path);
  const conditions = [sql<SqlBool>`member.path >= ${lo} and member.path < ${hi} and member.to_day is null`];
  if (q) conditions.push(sql<SqlBool>`strpos(person.name, ${q}) > 0`);
  if (kinds) conditions.push(sql<SqlBool>`member.kind = any (${[...kinds]})`);
  if (situations) conditions.push(sql<SqlBool>`member.situation = any (${[...situations]})`);
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

/** By pinyin, as people look a name up. */
const byName = sql`person.name collate "zh-Hans-CN-x-icu"`;

/** What may be sorted by. Organizations stand in the order of their codes, which is the order of the index. */
const orders: Record<Sort, ReturnType<typeof sql>> = {
  organization: sql`member.path, ${byName}, member.id`,
  name: sql`${byName}, member.id`,
  joined: sql`member.joined_on, member.id`,
  '-joined': sql`member.joined_on desc, member.id`,
  born: sql`person.born_on, member.id`,
  '-born': sql`person.born_on desc, member.id`,
};

/** Members of a subtree, one page, and how many there are（党员名册）. */
export async function listMembers(db: Db, path: string, wanted: Wanted, { page, size, sort }: { page: number; size: number; sort: Sort }) {
  const condition = matches(path, wanted);
  const rows = await listed(db)
    .where(condition)
    .orderBy(orders[sort])
    .limit(size)
    .offset((page - 1) * size)
    .execute();
  const all = own(db).selectFrom('member').select(sql<number>`count(*)::int`.as('total')).where(condition);
  const counted = await (wanted.q ? all.innerJoin(allPeople(db).as('person'), 'person.id', 'member.person_id') : all).executeTakeFirstOrThrow();
  return { rows, total: counted.total };
}

const batch = 2_000;

/** Every member of a subtree that fits, in the order of branches, read a batch at a time. */
export async function* everyMember(db: Db, path: string, wanted: Wanted): AsyncGenerator<ListedMember> {
  let after = sql<SqlBool>`true`;
  for (;;) {
    const rows = await listed(db).where(matches(path, wanted)).where(after).orderBy(sql`member.path, member.id`).limit(batch).execute();
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < batch) return;
    after = sql<SqlBool>`(member.path, member.id) > (${last.path}, ${last.id}::uuid)`;
  }
}

export const memberOf = (db: Db, id: string): Promise<ListedMember> => listed(db).where('member.id', '=', id).executeTakeFirstOrThrow();

/** Has the person a membership today, as far as the actor can see? */
export async function isActiveMember(db: Db, personId: string): Promise<boolean> {
  const row = await own(db).selectFrom('member').select('id').where('person_id', '=', personId).where('to_day', 'is', null).executeTakeFirst();
  return row !== undefined;
}

export const addMember = (db: Db, member: NewMember) => own(db).insertInto('member').values(member).execute();

const counts = [
  sql<number>`(count(*) filter (where kind = 'full'))::int`.as('full'),
  sql<number>`(count(*) filter (where kind = 'probationary'))::int`.as('probationary'),
  sql<number>`(count(*) filter (where situation = 'mobile'))::int`.as('mobile'),
  sql<number>`(count(*) filter (where situation = 'out-of-contact'))::int`.as('outOfContact'),
] as const;

/** Members of today of an organization with everything below it（党员数）. */
export function countMembers(db: Db, path: string) {
  const { lo, hi } = rangeOf(path);
  return own(db).selectFrom('member').select(counts).where('path', '>=', lo).where('path', '<', hi).where('to_day', 'is', null).executeTakeFirstOrThrow();
}

/** Members of today of each branch by itself（本支部党员数）; join it, do not name our table. */
export const memberCounts = (db: Db, organizationIds?: readonly string[]) =>
  own(db)
    .selectFrom('member')
    .select('organization_id')
    .select(counts)
    .where('to_day', 'is', null)
    .$if(organizationIds !== undefined, (query) => query.where(sql<SqlBool>`organization_id = any (${[...(organizationIds ?? [])]}::uuid[])`))
    .groupBy('organization_id');
