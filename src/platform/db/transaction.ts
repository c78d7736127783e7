import { sql } from 'kysely';
import type { Scope } from '#kernel/scope';
import type { Db } from './connect.ts';

/** What one transaction may do（事务身份）. The role decides which statements, the scope which rows. */
export interface Settings {
  role: 'hangji_reader' | 'hangji_writer' | 'hangji_sealer';
  scope: Scope;
  actorId: string;
  /** the role of the grant one works in, for policies that ask it */
  actorRole?: string;
  /** shared lists whose rows are visible beside the scope */
  lists?: readonly string[];
}

/**
 * Run work in one transaction whose first statement fixes role, county, subtree and actor, all local to it.
 *
 * The signed-in role inherits nothing: a query that forgets to come through here is refused by the database.
 */
export function transaction<T>(db: Db, { role, scope, actorId, actorRole = '', lists = [] }: Settings, work: (db: Db) => Promise<T>): Promise<T> {
  return db
    .transaction()
    .setAccessMode(role === 'hangji_reader' ? 'read only' : 'read write')
    .execute(async (trx) => {
      await sql`select set_config('role', ${role}, true), set_config('app.county', ${scope.county}, true),
        set_config('app.lo', ${scope.lo}, true), set_config('app.hi', ${scope.hi}, true),
        set_config('app.actor', ${actorId}, true), set_config('app.role', ${actorRole}, true),
        set_config('app.lists', ${lists.join(',')}, true)`.execute(trx);
      return work(trx);
    });
}
