import { type Generated, type SqlBool, sql } from 'kysely';
import type { Db } from '#platform/db';
import type { Title } from './rules/words.ts';

interface PostTable {
  county_id: Generated<string>;
  id: string;
  organization_id: string;
  path: string;
  title: Title;
}

interface PostHoldingTable {
  county_id: Generated<string>;
  id: string;
  post_id: string;
  person_id: string;
  holder_name: string;
  path: string;
  /** half-open: the first day in office, and the first day no more */
  from_day: string;
  to_day: string | null;
}

interface TermTable {
  county_id: Generated<string>;
  id: string;
  organization_id: string;
  path: string;
  elected_on: string;
  ends_on: string;
}

const own = (db: Db) => db.withTables<{ post: PostTable; post_holding: PostHoldingTable; term: TermTable }>();

const rank = sql<number>`array_position(array['secretary', 'first-secretary', 'deputy-secretary', 'organization-member', 'publicity-member', 'discipline-member'], post.title)`;

/** Every post of some organizations with its holder on a day; where nobody holds it, nobody. */
const seats = (db: Db, organizationIds: readonly string[], day: string) =>
  own(db)
    .selectFrom('post')
    .leftJoin('post_holding as holding', (join) =>
      join
        .onRef('holding.county_id', '=', 'post.county_id')
        .onRef('holding.post_id', '=', 'post.id')
        .on('holding.from_day', '<=', day)
        .on((eb) => eb.or([eb('holding.to_day', 'is', null), eb('holding.to_day', '>', day)])),
    )
    .select(['post.id', 'post.organization_id', 'post.title', 'holding.person_id', 'holding.holder_name as name', 'holding.from_day'])
    .where(sql<SqlBool>`post.organization_id = any (${[...organizationIds]}::uuid[])`)
    .orderBy('post.organization_id')
    .orderBy(rank)
    .orderBy('post.id');

/** The leading body of one organization on a day（班子）. */
export const bodyOf = (db: Db, organizationId: string, day: string) => seats(db, [organizationId], day).execute();

export interface Holder {
  organizationId: string;
  title: Title;
  /** null: the post is vacant */
  personId: string | null;
  name: string | null;
}

/** Who holds answerable posts on a day（责任岗位任职者）: one row for each post there is, vacant ones too. */
export async function holdersOn(db: Db, organizationIds: readonly string[], titles: readonly Title[], day: string): Promise<Holder[]> {
  if (organizationIds.length === 0 || titles.length === 0) return [];
  const rows = await seats(db, organizationIds, day)
    .where('post.title', 'in', [...titles])
    .execute();
  return rows.map(({ organization_id, title, person_id, name }) => ({ organizationId: organization_id, title, personId: person_id, name }));
}

/** The latest term of office of an organization（本届任期）. */
export const latestTerm = (db: Db, organizationId: string) =>
  own(db)
    .selectFrom('term')
    .select(['elected_on', 'ends_on'])
    .where('organization_id', '=', organizationId)
    .orderBy('ends_on', 'desc')
    .limit(1)
    .executeTakeFirst();

/** Posts of one title, locked, each with the last who held it. */
export async function lockSeats(db: Db, organizationId: string, title: Title) {
  const posts = await own(db)
    .selectFrom('post')
    .select('id')
    .where('organization_id', '=', organizationId)
    .where('title', '=', title)
    .orderBy('id')
    .forUpdate()
    .execute();
  if (posts.length === 0) return [];
  const holdings = await own(db)
    .selectFrom('post_holding')
    .select([
      'post_holding.id',
      'post_holding.post_id',
      'post_holding.person_id',
      'post_holding.from_day',
      'post_holding.to_day',
      'post_holding.holder_name as name',
    ])
    .where(
      'post_holding.post_id',
      'in',
      posts.map((post) => post.id),
    )
    .orderBy('post_holding.from_day')
    .execute();
  return posts.map(({ id }) => ({ postId: id, holding: holdings.findLast((holding) => holding.post_id === id) }));
}

export const addPost = (db: Db, post: { id: string; organization_id: string; path: string; title: Title }) => own(db).insertInto('post').values(post).execute();

export const addHolding = (db: Db, holding: { id: string; post_id: string; person_id: string; holder_name: string; path: string; from_day: string }) =>
  own(db).insertInto('post_holding').values(holding).execute();

export const endHolding = (db: Db, id: string, on: string) => own(db).updateTable('post_holding').set({ to_day: on }).where('id', '=', id).execute();
