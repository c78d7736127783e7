import type { DemoAccount } from '../../../src/server/demo.ts';

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

/** A demo account by its role（按角色取演示账号）, as `npm start` prints it. */
export function accountOf(role: string): DemoAccount {
  const { accounts } = flowServer();
  const found = accounts.find((account) => account.role === role);
  if (!found) throw new Error(`no demo account has the role ${role}; there are: ${accounts.map((account) => account.role).join(', ')}`);
  return found;
}
