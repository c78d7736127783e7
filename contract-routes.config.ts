import { type AnyContractRouter, minifyContractRouter } from '@orpc/contract';
import { type Plugin, runnerImport } from 'vite';

const suffix = '?routes';

/**
 * Give the browser only the methods and paths of a contract（浏览器端的接口地址）, without the shapes and the library that checks
 * them: the types are the same, and the server checks. It saves a village line some 60 kB.
 */
export function contractRoutes(): Plugin {
  return {
    name: 'contract-routes',
    enforce: 'pre',
    async resolveId(source, importer) {
      if (!importer || !source.endsWith('contract.ts') || !/\/web\/|\/src\/phone\//.test(importer)) return;
      const found = await this.resolve(source, importer, { skipSelf: true });
      return found && `${found.id}${suffix}`;
    },
    async load(id) {
      if (!id.endsWith(suffix)) return;
      const file = id.slice(0, -suffix.length);
      const { module } = await runnerImport<{ contract: AnyContractRouter }>(file);
      this.addWatchFile(file);
      return `export const contract = ${JSON.stringify(minifyContractRouter(module.contract), keepRoutes)};`;
    },
  };
}

/** Summaries, permissions and refusals are for people and servers; oRPC's client only asks that the last two are there. */
function keepRoutes(key: string, value: unknown): unknown {
  if (key === 'meta' || key === 'errorMap') return {};
  return ['summary', 'description', 'tags'].includes(key) ? undefined : value;
}
