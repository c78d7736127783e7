import type { DemoAccount } from '#simulation';

/** The server that a run of journeys works on. */
export interface FlowServer {
  address: string;
  accounts: DemoAccount[];
}

const variable = 'HANGJI_FLOW_SERVER';

/** Hand the server to the workers: Playwright passes them the environment of its global setup. */
export function announce(server: FlowServer): void {
  process.env[variable] = JSON.stringify(server);
}

/** The running server（被测服务器）: its address, and the demo accounts with passwords and second factors. */
export function flowServer(): FlowServer {
  const text = process.env[variable];
  if (!text) throw new Error('the journeys run through playwright.config.ts, which starts a server for them');
  return JSON.parse(text);
}

/** A demo account by its key（取演示账号）: department, reviewer, leader, townAffairs, villageSecretary, member, system, ... */
export function accountOf(key: string): DemoAccount {
  const { accounts } = flowServer();
  const found = accounts.find((account) => account.key === key);
  if (!found) throw new Error(`no demo account is called ${key}; there are: ${accounts.map((account) => account.key).join(', ')}`);
  return found;
}
