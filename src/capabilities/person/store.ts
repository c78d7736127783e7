import { type Generated, type Insertable, type Selectable, sql } from 'kysely';
import type { Place } from '#platform/access';
import type { Db } from '#platform/db';

interface PersonTable {
  county_id: Generated<string>;
  id: string;
  organization_id: string;
  path: string;
  name: string;
  /** GB/T 2261.1: 0 unknown, 1 male, 2 female, 9 not stated */
  sex: '0' | '1' | '2' | '9';
  born_on: string;
  /** GB/T 3304 */
  nationality: string;
  /** GB/T 4658 */
  education: string;
  id_number_cipher: Buffer | null;
  id_number_mask: string | null;
  phone_cipher: Buffer | null;
  phone_mask: string | null;
}
export type Person = Selectable<PersonTable>;
export type NewPerson = Insertable<PersonTable>;
/** What a page may show: everything but the ciphers. */
export type ShownPerson = Omit<Person, 'county_id' | 'id_number_cipher' | 'phone_cipher'>;

const own = (db: Db) => db.withTables<{ person: PersonTable }>();
const shown = ['id', 'organization_id', 'path', 'name', 'sex', 'born_on', 'nationality', 'education', 'id_number_mask', 'phone_mask'] as const;

export const placeOfPerson = (db: Db, id: string): Promise<Place | undefined> =>
  own(db).selectFrom('person').select('path').where('id', '=', id).executeTakeFirst();

/** One person（人员）without the ciphers. @throws when there is no such one in the actor's scope */
export const personOf = (db: Db, id: string): Promise<ShownPerson> => own(db).selectFrom('person').select(shown).where('id', '=', id).executeTakeFirstOrThrow();

/** Everybody the actor may see（可见人员）, masked values beside the names; join it, do not name our table. */
export const allPeople = (db: Db) => own(db).selectFrom('person').select(shown);

export const addPerson = (db: Db, person: NewPerson): Promise<ShownPerson> =>
  own(db).insertInto('person').values(person).returning(shown).executeTakeFirstOrThrow();

/** The sealed value of one field, to be opened for a reason. */
export async function cipherOf(db: Db, id: string, field: 'id-number' | 'phone'): Promise<Buffer | null> {
  const column = field === 'phone' ? 'phone_cipher' : 'id_number_cipher';
  const row = await own(db).selectFrom('person').select(`${column} as cipher`).where('id', '=', id).executeTakeFirstOrThrow();
  return row.cipher;
}

/** Lay a person's record with another organization（随组织关系转移）: who keeps the membership keeps the record. */
export const movePerson = (db: Db, id: string, organizationId: string, path: string) =>
  own(db).updateTable('person').set({ organization_id: organizationId, path }).where('id', '=', id).execute();

/** Is this installation a simulated one（演示系统）? */
export async function isSimulated(db: Db): Promise<boolean> {
  const { rows } = await sql<{ simulated: boolean }>`select simulated from installation`.execute(db);
  return rows[0]?.simulated ?? false;
}
