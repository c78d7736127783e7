import { createRequire } from 'node:module';
import { pathToFileURL } from 'node:url';
import { MessageChannel, type MessagePort, Worker } from 'node:worker_threads';

const library = pathToFileURL(createRequire(import.meta.url).resolve('pdfjs-dist/legacy/build/pdf.worker.mjs')).href;
const code = `const { workerData } = require('node:worker_threads');
import(workerData.library).then(({ WorkerMessageHandler }) => WorkerMessageHandler.initializeFromPort(workerData.port));`;
const mostMegabytes = 256;

/** Each reading holds a thread and its request's connection to the database, of which there are ten. */
const mostAtOnce = 4;
let atOnce = 0;

/** Too many files are being read. */
export class Busy extends Error {}

/** The file took longer, or more memory, than any honest one. */
export class TooMuch extends Error {}

/**
 * Read a file of strangers in a thread of its own（独立线程读取）: a few hundred kilobytes can unpack to gigabytes, and while they do, this process
 * answers others. The thread is ended when the work is, or when its time is over.
 *
 * @throws {TooMuch} when it is not done in time
 * @throws {Busy} when others are being read already: waiting would hold up those who read nothing
 */
export async function inThread<T>(milliseconds: number, work: (port: MessagePort) => Promise<T>): Promise<T> {
  if (atOnce >= mostAtOnce) throw new Busy();
  atOnce += 1;
  const { port1, port2 } = new MessageChannel();
  const workerData = { library, port: port2 };
  const worker = new Worker(code, { eval: true, workerData, transferList: [port2], resourceLimits: { maxOldGenerationSizeMb: mostMegabytes } });
  const ended = new Promise<never>((_, reject) => {
    worker.once('error', (cause) => reject(new TooMuch('the thread failed', { cause })));
    worker.once('exit', () => reject(new TooMuch('the thread ended')));
  });
  const limit = setTimeout(() => void worker.terminate(), milliseconds);
  try {
    return await Promise.race([work(port1), ended]);
  } finally {
    clearTimeout(limit);
    // Whatever still waits for an answer of the thread waits in vain.
    ended.catch(() => {});
    port1.close();
    await worker.terminate();
    atOnce -= 1;
  }
}
