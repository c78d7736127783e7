import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const startMilliseconds = 300_000;

/** A built server that was started for the journeys. */
export interface StartedServer {
  address: string;
  /** its data: a fresh folder, gone after `stop` */
  folder: string;
  stop(): Promise<void>;
}

/** Start the built server in a fresh folder（启动被测服务器）. @param options - as at the command line, such as `--empty` */
export async function startServer(options: readonly string[] = []): Promise<StartedServer> {
  const folder = await mkdtemp(join(tmpdir(), 'hangji-flows-'));
  const env = { ...process.env, HANGJI_DATA: folder, PORT: '0', DATABASE_URL: '' };
  const server = spawn(process.execPath, ['dist/server/main.js', ...options], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await addressOf(server);
  return {
    address,
    folder,
    async stop() {
      const exited = once(server, 'exit');
      server.kill('SIGTERM');
      await exited;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function addressOf(server: ChildProcess): Promise<string> {
  if (!server.stdout) throw new Error('the server has no output');
  const late = setTimeout(() => server.kill('SIGKILL'), startMilliseconds);
  try {
    for await (const line of createInterface(server.stdout)) {
      const address = line.match(/夯基已启动：(\S+)/)?.[1];
      if (address) {
        server.stdout.resume();
        return address;
      }
    }
  } finally {
    clearTimeout(late);
  }
  throw new Error('the server ended before it listened');
}
