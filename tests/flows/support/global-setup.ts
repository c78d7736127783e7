import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { announce } from './server.ts';
import { startServer } from './start-server.ts';

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
  const { address, folder, stop } = await startServer();
  announce({ address, accounts: JSON.parse(await readFile(join(folder, 'demo.json'), 'utf8')) });
  return stop;
}
