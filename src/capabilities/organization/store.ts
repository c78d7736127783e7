import type { Generated, Selectable } from 'kysely';
import type { Place } from '#platform/access';
import type { Db } from '#platform/db';
import type { Field, Form, Kind } from './rules/words.ts';

export interface OrganizationTable {
  county_id: Generated<string>;
  id: string;
  parent_id: string | null;
  path: string;
  level: Generated<number>;
  name: string;
  kind: Kind;
  form: Form;
  field: Field;
  has_committee: boolean;
  set_up_on: string;
}
export type Organization = Selectable<OrganizationTable>;
export type NewOrganizationRow = Omit<Organization, 'county_id' | 'level'>;

const own = (db: Db) => db.withTables<{ organization: OrganizationTable }>();

/** One organization（党组织）. @throws when there is no such one in the actor's scope */
export const organizationOf = (db: Db, id: string): Promise<Organization> =>
  own(db).selectFrom('organization').selectAll().where('id', '=', id).executeTakeFirstOrThrow();

export const placeOfOrganization = (db: Db, id: string): Promise<Place | undefined> =>
  own(db).selectFrom('organization').select('path').where('id', '=', id).executeTakeFirst();

/** Every organization the actor may see（可见党组织）; join it, do not name our table. */
export const allOrganizations = (db: Db) =>
  own(db).selectFrom('organization').select(['id', 'parent_id', 'path', 'level', 'name', 'kind', 'form', 'field', 'has_committee', 'set_up_on']);

/** Enter organizations into the register（登记党组织）, parents before children. */
export const addOrganizations = (db: Db, rows: readonly NewOrganizationRow[]) => own(db).insertInto('organization').values(rows).execute();
