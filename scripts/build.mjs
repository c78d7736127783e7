// Build the pages with Vite and the programs with esbuild: `node scripts/build.mjs [web] [server]`, both when nothing is named.
import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { checkNode, digestOf, ensureInstalled, forget, parts, remember, root } from './prepare.mjs';

const smallestWorthCompressing = 1_024;

const builders = {
  web: async () => {
    const { build } = await import('vite');
    const part = join(root, 'dist', 'web.part');
    await build({ root: join(root, 'src', 'web'), configFile: join(root, 'vite.config.ts'), logLevel: 'warn', build: { outDir: part, emptyOutDir: true } });
    await compress(part);
    put(part, join(root, 'dist', 'web'));
  },
  server: async () => {
    const { build } = await import('esbuild');
    const part = join(root, 'dist', 'server.part');
    rmSync(part, { recursive: true, force: true });
    await build({
      absWorkingDir: root,
      entryPoints: { main: 'src/server/main.ts', cli: 'src/cli/main.ts' },
      outdir: part,
      bundle: true,
      splitting: true,
      platform: 'node',
      format: 'esm',
      target: 'node20.19',
      packages: 'external',
      sourcemap: true,
      legalComments: 'none',
      logLevel: 'warning',
    });
    put(part, join(root, 'dist', 'server'));
  },
};

checkNode();
ensureInstalled();
const named = process.argv.slice(2);
for (const name of named.length > 0 ? named : Object.keys(builders)) {
  // What changes while we build must be built again.
  const digest = digestOf(parts[name]);
  forget(name);
  await builders[name]();
  remember(name, digest);
}

/** Swap a finished folder in. */
function put(part, folder) {
  const old = `${folder}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(part, folder);
  rmSync(old, { recursive: true, force: true });
}

/** Compress once what every browser will ask for. */
async function compress(folder) {
  const texts = readdirSync(folder, { recursive: true })
    .map((name) => join(folder, String(name)))
    .filter((path) => /\.(js|css|html|svg|json|webmanifest)$/.test(path));
  await Promise.all(
    texts.map(async (path) => {
      const text = readFileSync(path);
      if (text.length < smallestWorthCompressing) return;
      const [br, gz] = await Promise.all([
        promisify(brotliCompress)(text, { params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_SIZE_HINT]: text.length } }),
        promisify(gzip)(text, { level: 9 }),
      ]);
      writeFileSync(`${path}.br`, br);
      writeFileSync(`${path}.gz`, gz);
    }),
  );
}
