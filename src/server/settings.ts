import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { OperatorError } from '#platform/db';

/** What the operator chose（运行设置）, from the environment and the command line. */
export interface Settings {
  folder: string;
  databaseUrl: string | undefined;
  /** for jobs and notifications, when `DATABASE_URL` leads through a transaction pooler */
  directUrl: string | undefined;
  port: number;
  /** this machine alone unless said otherwise: the demo's passwords are known to everybody */
  host: string;
  /** a real installation that starts empty, instead of a simulated one */
  empty: boolean;
}

const defaultPort = 3000;

/** @throws {OperatorError} when a setting cannot be used */
export function readSettings(environment: NodeJS.ProcessEnv, { empty = false }: { empty?: boolean } = {}): Settings {
  const { HANGJI_DATA, DATABASE_URL, DATABASE_DIRECT_URL, PORT, HOST } = environment;
  return {
    folder: resolve(HANGJI_DATA || defaultFolder(empty)),
    databaseUrl: DATABASE_URL || undefined,
    directUrl: DATABASE_DIRECT_URL || undefined,
    port: portOf(PORT),
    host: HOST || 'localhost',
    empty,
  };
}

/** As root the database runs as another user, who cannot look into root's home. */
function defaultFolder(empty: boolean): string {
  const simulated = process.getuid?.() === 0 ? '/var/lib/hangji' : join(homedir(), '.hangji');
  return empty ? `${simulated}-real` : simulated;
}

function portOf(text: string | undefined): number {
  if (!text) return defaultPort;
  const port = Number(text);
  if (Number.isInteger(port) && port >= 0 && port <= 65_535) return port;
  throw new OperatorError(`PORT 应是 0 到 65535 之间的整数，现在是“${text}”。`);
}
