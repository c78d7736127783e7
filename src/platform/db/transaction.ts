import { escapeLiteral } from 'pg';
import type { Scope } from '#kernel/scope';
import type { Db } from './connect.ts';
import { openingWith } from './one-trip.ts';

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
export function transaction<T>(db: Db, settings: Settings, work: (db: Db) => Promise<T>): Promise<T> {
  return openingWith(beginning(settings), db, work);
}

/** Several statements in one text take no parameters, so every value is quoted here. */
function beginning({ role, scope, actorId, actorRole = '', lists = [] }: Settings): string {
  const values = {
    role,
    'app.county': scope.county,
    'app.lo': scope.lo,
    'app.hi': scope.hi,
    'app.actor': actorId,
    'app.role': actorRole,
    'app.lists': lists.join(','),
  };
  const set = Object.entries(values).map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`);
  return `start transaction ${role === 'hangji_reader' ? 'read only' : 'read write'}; select ${set.join(', ')}`;
}
