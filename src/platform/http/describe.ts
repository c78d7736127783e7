import type { AnyContractRouter } from '@orpc/contract';
import { OpenAPIGenerator } from '@orpc/openapi';
import { ZodToJsonSchemaConverter } from '@orpc/zod/zod4';
import type { Messages } from '#kernel/decision';
import type { Route } from './routes-of.ts';

interface Described {
  name: string;
  contract: AnyContractRouter;
  messages: Messages;
}

/** Describe every endpoint in OpenAPI 3.1（接口文档）: shapes, the permission and its place, and each refusal with its code. */
export async function describe(capabilities: readonly Described[], routes: readonly Route[]) {
  const contracts = Object.fromEntries(capabilities.map(({ name, contract }) => [name, contract]));
  const document = await new OpenAPIGenerator({ schemaConverters: [new ZodToJsonSchemaConverter()] }).generate(contracts, {
    info: {
      title: '夯基',
      version: '1',
      description: '每个接口注明所需权限（x-permission）及其适用的组织（x-place）。写操作凭 Cookie 须同源，凭 Bearer 令牌不限。',
    },
    servers: [{ url: '/api' }],
    security: [{ cookie: [] }, { bearer: [] }],
    components: { securitySchemes: { cookie: { type: 'apiKey', in: 'cookie', name: 'session' }, bearer: { type: 'http', scheme: 'bearer' } } },
  });
  for (const { method, path, guard, procedure } of routes) {
    const operation = document.paths?.[path]?.[lower(method)];
    if (!operation) continue;
    const refusals = Object.keys(procedure['~orpc'].errorMap);
    Object.assign(operation, { 'x-permission': guard.permission, 'x-place': guard.place, ...(refusals.length > 0 ? { 'x-refusals': refusals } : {}) });
    operation.description = [operation.description, `权限：${guard.permission}；适用组织：${placeWords(guard.place)}。`].filter(Boolean).join('\n\n');
    if (guard.place === 'installation') operation.security = [];
  }
  return document;
}

const lower = (method: Route['method']) => method.toLowerCase() as Lowercase<Route['method']>;

const placeWords = (place = ''): string => (place === 'grant' ? '当前授权所在党组织' : place === 'installation' ? '登录之前' : `${place} 所在党组织`);
