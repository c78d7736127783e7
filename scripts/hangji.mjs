// `npm run hangji -- COMMAND`: the command line, built when it is stale. It says nothing itself on standard output.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, root } from './prepare.mjs';

checkNode();
ensureInstalled();
ensureBuilt(['server']);
await import(pathToFileURL(join(root, 'dist', 'server', 'cli.js')).href);
