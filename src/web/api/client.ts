import { createORPCClient } from '@orpc/client';
import type { AnyContractRouter, ContractRouterClient } from '@orpc/contract';
import { OpenAPILink } from '@orpc/openapi-client/fetch';
import { createTanstackQueryUtils } from '@orpc/tanstack-query';
import { QueryClient } from '@tanstack/react-query';
import { Fault, send } from './send.ts';

/** Query and mutation options for each endpoint of a contract（接口客户端）; refusals arrive typed by their codes. */
export function queriesOf<T extends AnyContractRouter>(contract: T) {
  return createTanstackQueryUtils(clientOf(contract));
}

/** Plain calls of a contract's endpoints, for what is not a page's query. */
export function clientOf<T extends AnyContractRouter>(contract: T): ContractRouterClient<T> {
  return createORPCClient(new OpenAPILink(contract, { url: `${location.origin}/api`, fetch: send }));
}

/** The browser's memory of answers（查询缓存）. Only a lost connection or a fault of the server is tried again. */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { staleTime: 5_000, retry: (times, error) => error instanceof Fault && error.status !== 429 && times < 2 },
    mutations: { retry: false },
  },
});
