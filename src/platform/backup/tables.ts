import type { ClientBase } from 'pg';

/** A table and the columns that are its own; generated ones are computed again. */
export interface TableShape {
  name: string;
  columns: string[];
}

// The history of migrations is written by migrating; the queue's own schema keeps its history itself.
const shapes = `
  select format('%I.%I', namespace.nspname, class.relname) as name,
    array(select attname::text from pg_attribute
      where attrelid = class.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns
  from pg_class as class join pg_namespace as namespace on namespace.oid = class.relnamespace
  where class.relkind = 'r' and (
    (namespace.nspname = 'public' and class.relname <> 'migration')
    or (namespace.nspname = 'graphile_worker' and class.relname in ('_private_jobs', '_private_tasks', '_private_job_queues')))
  order by 1`;

/** Every table that a back-up holds（备份范围）: the application's, and the jobs that wait. */
export const tablesOf = async (client: ClientBase): Promise<TableShape[]> => (await client.query<TableShape>(shapes)).rows;

/** Sequences behind identity columns, with the last value drawn; one never drawn from is left out. */
export async function sequencesOf(client: ClientBase): Promise<{ name: string; value: string }[]> {
  const { rows } = await client.query<{ name: string; value: string }>(`
    select format('%I.%I', schemaname, sequencename) as name, last_value::text as value from pg_sequences
    where schemaname in ('public', 'graphile_worker') and last_value is not null order by 1`);
  return rows;
}

const listed = (columns: readonly string[]): string => columns.map((column) => `"${column.replaceAll('"', '""')}"`).join(', ');
export const copyOut = ({ name, columns }: TableShape): string => `copy ${name} (${listed(columns)}) to stdout`;
export const copyIn = ({ name, columns }: TableShape): string => `copy ${name} (${listed(columns)}) from stdin`;
