import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, type ClientConfig } from 'pg';

export const isRoot = process.getuid?.() === 0;

/** Build the program as it is now. */
export function buildServer(): void {
  execFileSync(process.execPath, ['-e', `import('./scripts/prepare.mjs').then((prepare) => prepare.ensureBuilt(['server']))`], { stdio: 'ignore' });
}

export const freshFolder = (): Promise<string> => mkdtemp(join(tmpdir(), 'hangji-process-'));

export interface Launch {
  folder: string;
  args?: readonly string[];
  environment?: NodeJS.ProcessEnv;
  /** user and group to run as */
  as?: number;
}

/** The program in a process of its own（独立进程）. */
export interface ServerProcess {
  process: ChildProcess;
  address: string;
  output(): string;
}

const spawned = ({ folder, args = [], environment = {}, as }: Launch): { child: ChildProcess; output: () => string } => {
  const env = { PATH: process.env.PATH, HOME: process.env.HOME, HANGJI_DATA: folder, PORT: '0', HANGJI_REQUESTS_PER_MINUTE: '1000000', ...environment };
  const identity = as === undefined ? {} : { uid: as, gid: as };
  const child = spawn(process.execPath, ['dist/server/main.js', ...args], { env, stdio: ['ignore', 'pipe', 'pipe'], ...identity });
  let text = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => (text += piece.toString('utf8')));
  return { child, output: () => text };
};

/** Start and wait until it listens. @throws with what it said when it ends instead */
export async function startServer(launch: Launch): Promise<ServerProcess> {
  const { child, output } = spawned(launch);
  for (;;) {
    const address = output().match(/夯基已启动：(\S+)/)?.[1];
    if (address) return { process: child, address, output };
    if (child.exitCode !== null || child.signalCode !== null) throw new Error(`the server ended with ${child.exitCode ?? child.signalCode}:\n${output()}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

const outcomeMilliseconds = 40_000;

/** Run until it ends by itself. One that does not is stopped, and ends without a code. */
export async function outcome(launch: Launch): Promise<{ code: number | null; said: string }> {
  const { child, output } = spawned(launch);
  const limit = setTimeout(() => child.kill('SIGTERM'), outcomeMilliseconds);
  await once(child, 'close');
  clearTimeout(limit);
  return { code: child.exitCode, said: output().trim() };
}

export async function stopServer({ process: child }: ServerProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) {
    const exited = once(child, 'exit');
    child.kill('SIGTERM');
    await exited;
  }
  return child.exitCode;
}

/** Kill the program, its PostgreSQL and every process of that at once, as a power cut would. */
export async function killEverything({ process: child }: ServerProcess, folder: string): Promise<void> {
  const [first] = (await readFile(join(folder, 'data', 'postmaster.pid'), 'utf8')).split('\n');
  const postmaster = Number(first);
  const pids = [postmaster, ...(await childrenOf(postmaster))];
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  for (const pid of pids) {
    try {
      process.kill(pid, 'SIGKILL');
    } catch {
      // it was gone already
    }
  }
  await exited;
}

async function childrenOf(parent: number): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const parents = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/stat`, 'utf8').catch(() => '')));
  return pids.filter((_, index) => parents[index]?.match(/^\d+ \(.*\) \S (\d+)/)?.[1] === String(parent)).map(Number);
}

/** Stop whatever still runs in a folder, and take it away. */
export async function sweep(folder: string): Promise<void> {
  const file = join(folder, 'data', 'postmaster.pid');
  if (existsSync(file)) {
    const [pid] = (await readFile(file, 'utf8')).split('\n');
    try {
      process.kill(Number(pid), 'SIGQUIT');
    } catch {
      // it was gone already
    }
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
}

export async function ownerOf(folder: string): Promise<ClientConfig> {
  return { host: join(folder, 'data'), user: 'hangji', password: await readFile(join(folder, 'secret'), 'utf8'), database: 'postgres' };
}

export async function query<Row extends object>(owner: ClientConfig, statement: string, values: readonly unknown[] = []): Promise<Row[]> {
  const client = new Client(owner);
  await client.connect();
  try {
    return (await client.query<Row>(statement, [...values])).rows;
  } finally {
    await client.end();
  }
}

/** Sign in as a person of the simulated county. @returns the session's cookie */
export async function signIn(address: string, name: string, password: string): Promise<string> {
  const reply = await fetch(`${address}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: address },
    body: JSON.stringify({ name, password }),
  });
  if (!reply.ok) throw new Error(`signing in was answered ${reply.status}: ${await reply.text()}`);
  return (reply.headers.get('set-cookie') ?? '').split(';', 1)[0] ?? '';
}

/** A port that is taken until the returned function is called. */
export async function takePort(): Promise<{ port: number; release(): Promise<void> }> {
  const server = createServer();
  server.listen(0);
  await once(server, 'listening');
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  return {
    port,
    release: async () => {
      server.close();
      await once(server, 'close');
    },
  };
}
