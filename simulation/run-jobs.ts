import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { order } from '#order';
import { connect } from '#platform/db';
import { folderStore } from '#platform/files';
import { runJobs } from '#platform/jobs';
import { openKeyring } from '#platform/keyring';

// Run as a process of its own: do the background work of the given database until killed, as a server would.
const owner = JSON.parse(process.argv[2] ?? '{}');
const folder = join(tmpdir(), `hangji-jobs-${process.pid}`);
const services = { files: folderStore(folder), keyring: await openKeyring(folder) };
const { db } = connect(owner, 4);
await runJobs({ owner, db, services, jobs: Object.assign({}, ...order.map((capability) => capability.jobs)), onFailure: (error) => console.error(error) });
