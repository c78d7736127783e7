import { connect } from '#platform/db';
import { runJobs } from '#platform/jobs';
import { testServices } from './services.ts';

// Run as a process of its own: take a job of the given database, say so, and hold it until killed.
const owner = JSON.parse(process.argv[2] ?? '{}');
const { db } = connect(owner, 2);
const holdForever = async () => {
  process.send?.('holding');
  await new Promise(() => {});
};
await runJobs({ owner, db, services: await testServices(), jobs: { 'test.hold': holdForever }, onFailure: (error) => console.error(error) });
