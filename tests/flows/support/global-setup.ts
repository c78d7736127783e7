import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { announce } from './server.ts';

const startMilliseconds = 300_000;

/**
 * Start the built server with the simulated county in a fresh folder, and stop it after the last journey.
 *
 * `HANGJI_FLOW_ADDRESS` and `HANGJI_FLOW_DATA` use a server that runs already instead, with the demo accounts of its data folder.
 */
export default async function setup(): Promise<() => Promise<void>> {
  if (process.env.HANGJI_LIST) return async () => {};
  const { HANGJI_FLOW_ADDRESS: running, HANGJI_FLOW_DATA: data } = process.env;
  if (running) {
    announce({ address: running, accounts: data ? JSON.parse(await readFile(join(data, 'demo.json'), 'utf8')) : [] });
    return async () => {};
  }
  const folder = await mkdtemp(join(tmpdir(), 'hangji-flows-'));
  const env = { ...process.env, HANGJI_DATA: folder, PORT: '0', DATABASE_URL: '' };
  const server = spawn(process.execPath, ['dist/server/main.js'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const address = await addressOf(server);
  announce({ address, accounts: JSON.parse(await readFile(join(folder, 'demo.json'), 'utf8')) });
  return async () => {
    const exited = once(server, 'exit');
    server.kill('SIGTERM');
    await exited;
    await rm(folder, { recursive: true, force: true });
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
