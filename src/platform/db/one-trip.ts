import { AsyncLocalStorage } from 'node:async_hooks';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type TransactionSettings,
} from 'kysely';
import type { Db } from './connect.ts';

const opening = new AsyncLocalStorage<string | undefined>();

/** Begin one transaction with this text instead of a bare `begin`; what `work` begins by itself is not touched. */
export const openingWith = <T>(text: string, db: Db, work: (db: Db) => Promise<T>): Promise<T> =>
  opening.run(text, () => db.transaction().execute((trx) => opening.run(undefined, () => work(trx))));

/** PostgreSQL, where a transaction and its settings begin in one round trip（一次往返）. */
export class OneTripDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new OneTripDriver(this.#config);
  }
}

class OneTripDriver extends PostgresDriver {
  override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings): Promise<void> {
    const text = opening.getStore();
    if (text === undefined) return super.beginTransaction(connection, settings);
    try {
      await connection.executeQuery(CompiledQuery.raw(text));
    } catch (error) {
      // It may have begun and then failed; nobody else may get the connection like that.
      await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => {});
      throw error;
    }
  }
}
