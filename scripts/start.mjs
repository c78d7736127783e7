// `npm start`: whatever is missing is installed, whatever is stale is built; then the server runs in this very process.
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { checkNode, ensureBuilt, ensureInstalled, root } from './prepare.mjs';

checkNode();
ensureInstalled();
ensureBuilt();
stopWithNpm();
await import(pathToFileURL(join(root, 'dist', 'server', 'main.js')).href);

/** A signal sent to npm ends npm and its shell and never reaches us; when they are gone, we were told to stop. */
function stopWithNpm() {
  if (process.env.npm_lifecycle_event !== 'start') return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    process.kill(process.pid, 'SIGTERM');
  }, 250);
  watch.unref();
}
