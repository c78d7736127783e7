import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { buildServer, freshFolder, killEverything, ownerOf, query, type ServerProcess, signIn, startServer, stopServer, sweep } from './server-process.ts';

const kills = Number(process.env.HANGJI_KILLS ?? 20);
const sides = 6;
const startMilliseconds = 180_000;

interface Demo {
  key: string;
  signInName: string;
  password: string;
}

let folder: string;
let server: ServerProcess;

beforeAll(async () => {
  buildServer();
  folder = await freshFolder();
  server = await startServer({ folder });
}, startMilliseconds);
afterAll(async () => {
  await stopServer(server);
  await sweep(folder);
});

/** Upload texts from several sides until the server is gone; an id counts once its whole answer has arrived. */
async function load(address: string, cookie: string, organizationId: string, round: number, answered: Map<string, string>): Promise<void> {
  const side = async (number: number) => {
    for (let count = 0; ; count++) {
      const text = `第 ${round} 轮，第 ${number} 路，第 ${count} 份`;
      const form = new FormData();
      form.set('file', new File([text], `${count}.txt`));
      try {
        const reply = await fetch(`${address}/api/organizations/${organizationId}/attachments`, {
          method: 'POST',
          headers: { cookie, origin: address },
          body: form,
        });
        if (reply.status !== 200) throw new Error(`answered ${reply.status}: ${await reply.text()}`);
        const { id } = await reply.json();
        answered.set(id, createHash('sha256').update(text).digest('hex'));
      } catch (error) {
        // The connection broke, as it must: nothing was answered. Any other answer is a failure of ours.
        if (error instanceof Error && error.message.startsWith('answered')) throw error;
        return;
      }
    }
  };
  await Promise.all(Array.from({ length: sides }, (_, number) => side(number)));
}

const answersBeforeKill = 25;

/** Wait until the load of this round is well under way, however slow the machine is. */
async function underLoad(answered: ReadonlyMap<string, string>): Promise<void> {
  const enough = answered.size + answersBeforeKill;
  while (answered.size < enough) await pause(10);
}

test(`${kills} times kill -9 of everything under load: each answered id is found`, { timeout: 600_000 }, async () => {
  const demo: Demo[] = JSON.parse(await readFile(`${folder}/demo.json`, 'utf8'));
  const person = demo.find(({ key }) => key === 'department');
  if (!person) throw new Error('the simulated county has no department');
  const cookie = await signIn(server.address, person.signInName, person.password);
  const [root] = await query<{ id: string }>(await ownerOf(folder), 'select id from organization where length(path) = 3');
  const answered = new Map<string, string>();
  const recoveries: number[] = [];

  for (let round = 1; round <= kills; round++) {
    const loading = load(server.address, cookie, root?.id ?? '', round, answered);
    await underLoad(answered);
    await pause(Math.random() * 300);
    await killEverything(server, folder);
    await loading;
    const began = performance.now();
    server = await startServer({ folder });
    recoveries.push(performance.now() - began);

    const owner = await ownerOf(folder);
    const kept = new Map((await query<{ id: string; sha256: string }>(owner, 'select id, sha256 from attachment')).map(({ id, sha256 }) => [id, sha256]));
    const lost = [...answered].filter(([id, sha256]) => kept.get(id) !== sha256);
    expect(lost, `round ${round}`).toEqual([]);
    // Whatever was kept of this load, answered or not, is in the journal as well.
    const unrecorded = await query(
      owner,
      `select id from attachment where name ~ '^[0-9]+[.]txt$' and organization_id = $1
        and not exists (select from journal_inbox where subject_id = attachment.id)
        and not exists (select from journal_entry where subject_id = attachment.id)`,
      [root?.id],
    );
    expect(unrecorded, `round ${round}`).toEqual([]);
  }

  // What the register names is on disk, byte for byte: read back through the door it came in.
  const sample = [...answered].filter((_, index) => index % Math.ceil(answered.size / 200) === 0);
  for (const [id, sha256] of sample) {
    const reply = await fetch(`${server.address}/api/attachments/${id}/content`, { headers: { cookie } });
    expect(
      createHash('sha256')
        .update(Buffer.from(await reply.arrayBuffer()))
        .digest('hex'),
    ).toBe(sha256);
  }
  const sorted = recoveries.toSorted((one, other) => one - other);
  console.log(
    `${kills} kills, ${answered.size} answered, 0 lost; started again in ${Math.round(sorted[sorted.length >> 1] ?? 0)} ms (median), ${Math.round(sorted.at(-1) ?? 0)} ms (longest)`,
  );
  expect(answered.size).toBeGreaterThanOrEqual(kills * answersBeforeKill);
});
