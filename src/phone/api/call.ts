import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { Refused } from './refused.ts';

interface Route {
  '~orpc': { route: { method: string; path: string } };
}

type Input = Record<string, unknown>;

/** Call the endpoints of a contract（掌上端接口）: the same types as everywhere, and one kilobyte of code. @throws {Refused} */
export function callsOf<T extends AnyContractRouter>(contract: T): ContractRouterClient<T> {
  const routes = contract as unknown as Record<string, Route>;
  const calls = Object.entries(routes).map(
    ([
      name,
      {
        '~orpc': { route },
      },
    ]) => [name, (input: Input = {}) => send(route.method, route.path, input)],
  );
  // The compiler cannot see that each name of the contract got its call.
  return Object.fromEntries(calls) as unknown as ContractRouterClient<T>;
}

async function send(method: string, template: string, input: Input): Promise<unknown> {
  const rest = { ...input };
  const path = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = String(rest[name]);
    delete rest[name];
    return encodeURIComponent(value);
  });
  const reading = method === 'GET';
  const query = reading ? `?${searchOf(rest)}` : '';
  return answerOf(await reach(`/api${path}${query}`, { method, credentials: 'same-origin', ...(reading ? {} : bodyOf(rest)) }));
}

async function reach(url: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(url, init);
  } catch {
    throw new Refused(0, 'NO_NETWORK', '现在没有网络，这一步还没有保存。您填的内容还在，有网后再点一次。');
  }
}

function searchOf(input: Input): URLSearchParams {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(input)) {
    if (value === undefined || value === null) continue;
    if (Array.isArray(value))
      value.forEach((one, index) => {
        search.append(`${name}[${index}]`, String(one));
      });
    else search.set(name, String(value));
  }
  return search;
}

function bodyOf(input: Input): RequestInit {
  if (!Object.values(input).some((value) => value instanceof Blob)) {
    return { headers: { 'content-type': 'application/json' }, body: JSON.stringify(input) };
  }
  const body = new FormData();
  for (const [name, value] of Object.entries(input)) {
    if (value instanceof File) body.append(name, value, value.name);
    else if (value !== undefined) body.append(name, String(value));
  }
  return { body };
}

async function answerOf(response: Response): Promise<unknown> {
  if (response.ok) {
    const isJson = response.headers.get('content-type')?.includes('json');
    return isJson ? response.json() : response.status === 204 ? undefined : response.blob();
  }
  const { code, message, data } = await response.json().catch(() => ({}));
  throw new Refused(response.status, code ?? '', message ?? '系统没有答复，这一步没有保存。请稍后再点一次。', data?.article, data?.facts);
}
