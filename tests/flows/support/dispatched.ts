import { type APIRequestContext, request } from '@playwright/test';
import { accountOf, flowServer } from './server.ts';

/** Ask the server as one person, without a browser（接口办理）. */
export interface Caller {
  organizationId: string;
  get<T>(path: string): Promise<T>;
  post<T>(path: string, data: object): Promise<T>;
  end(): Promise<void>;
}

export async function callerOf(key: string): Promise<Caller> {
  const { address } = flowServer();
  const { signInName, password } = accountOf(key);
  const context = await request.newContext({ baseURL: address, extraHTTPHeaders: { origin: address } });
  await answered(context, 'POST', '/session', { name: signInName, password });
  const me = await answered<{ grant: { organizationId: string } }>(context, 'GET', '/me');
  return {
    organizationId: me.grant.organizationId,
    get: (path) => answered(context, 'GET', path),
    post: (path, data) => answered(context, 'POST', path, data),
    end: () => context.dispose(),
  };
}

async function answered<T>(context: APIRequestContext, method: string, path: string, data?: object): Promise<T> {
  const response = await context.fetch(`/api${path}`, { method, ...(data && { data }) });
  if (!response.ok()) throw new Error(`${method} ${path} answered ${response.status()}: ${await response.text()}`);
  return response.json();
}

const dispatchSeconds = 60;

interface Wanted {
  goal: string;
  /** due so many days from now */
  days: number;
}

/**
 * Issue a list of a few duties to one branch（下达几件任务）, as the organization department would.
 *
 * @param receiver - key of the demo account whose organization receives them
 */
export async function dispatchTo(receiver: string, title: string, wanted: readonly Wanted[]): Promise<string> {
  const [department, reviewer, doer] = await Promise.all([callerOf('department'), callerOf('reviewer'), callerOf(receiver)]);
  const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const lead = { organizationId: department.organizationId, name: accountOf('department').organization };
  const list = await department.post<{ id: string }>(`/organizations/${department.organizationId}/duty-lists`, { title, year: new Date().getFullYear() });
  const dutyIds: string[] = [];
  for (const { goal, days } of wanted) {
    const change = {
      goal,
      measures: '支部研究后组织实施，过程有记录，结果告诉群众。',
      timing: { kind: 'day', day: dayIn(days) },
      leads: [lead],
      posts: ['党支部书记'],
      criterion: '抽查三户群众，都说得清。',
    };
    const article = '《中国共产党支部工作条例（试行）》第十条';
    dutyIds.push((await department.post<{ id: string }>(`/duty-lists/${list.id}/duties`, { change, article })).id);
  }
  await department.post(`/duty-lists/${list.id}/submission`, {});
  await reviewer.post(`/duty-lists/${list.id}/reviews`, { verdict: 'approve', note: '' });
  await department.post(`/duty-lists/${list.id}/issue`, { number: `${title.slice(0, 20)}${Date.now()}` });
  const receivers = { levels: [], fields: [], forms: [], kinds: [], under: null, named: [doer.organizationId], onlyNamed: true };
  const { id } = await department.post<{ id: string }>(`/duty-lists/${list.id}/dispatch`, { dutyIds, receivers });
  for (let second = 0; ; second += 1) {
    const { state, problem } = await department.get<{ state: string; problem: string | null }>(`/dispatches/${id}`);
    if (state === 'done') break;
    if (state === 'failed' || second === dispatchSeconds) throw new Error(`the dispatch is ${state}: ${problem}`);
    await new Promise((done) => setTimeout(done, 1_000));
  }
  await Promise.all([department.end(), reviewer.end(), doer.end()]);
  return list.id;
}
