/** Speed of the decomposition（文稿分解）. Run with `npx tsx bench/speech.ts`; exits 1 when a limit is broken. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { decompose } from '../src/capabilities/directive/rules/decomposition/index.ts';

const folder = join(import.meta.dirname, '../tests/speech/texts');
const corpus = readdirSync(folder)
  .filter((name) => name.endsWith('.txt'))
  .map((name) => readFileSync(join(folder, name), 'utf8'))
  .join('\n');

let broken = false;

/** Milliseconds of one call on the clock. */
function timed(run: () => unknown): number {
  const start = performance.now();
  run();
  return performance.now() - start;
}

/** Milliseconds of processor time of one call: what other work on the machine cannot stretch. */
function worked(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Median of several calls. */
function median(times: number, run: () => unknown, measure = timed): number {
  const all = Array.from({ length: times }, () => measure(run)).sort((a, b) => a - b);
  return all[Math.floor(times / 2)] ?? 0;
}

function report(what: string, figure: string, holds = true): void {
  broken ||= !holds;
  console.log(`${holds ? ' ' : '!'} ${what.padEnd(52)} ${figure}`);
}

const ofLength = (length: number): string => corpus.repeat(Math.ceil(length / corpus.length)).slice(0, length);

/** The floor: look at every code unit once. */
function singlePass(text: string): number {
  let sum = 0;
  for (let at = 0; at < text.length; at++) sum = (sum + text.charCodeAt(at)) | 0;
  return sum;
}

const other = '题目\n一、甲\n各单位要于6月底前建立不少于2本台账，由县委组织部牵头开展“红色网格”行动。';
report('a short text, first call of the process', `${timed(() => decompose(other)).toFixed(1)} ms`);
const speech = ofLength(5000);
let cold = 0;
const coldWork = worked(() => {
  cold = timed(() => decompose(speech));
});
report('5,000 characters, cold after that short text', `${cold.toFixed(1)} ms (${coldWork.toFixed(0)} ms of processor time)`);
const warm = median(21, () => decompose(speech));
report('5,000 characters, median (limit 50 ms)', `${warm.toFixed(1)} ms`, warm < 50);

const small = ofLength(100_000);
const large = ofLength(1_000_000);
for (let run = 0; run < 3; run++) decompose(small);
const smallTime = median(5, () => decompose(small), worked);
const largeTime = median(3, () => decompose(large), worked);
report('100,000 / 1,000,000 characters, processor time', `${smallTime.toFixed(0)} ms / ${largeTime.toFixed(0)} ms`);
report('ratio of the two (limit 12)', (largeTime / smallTime).toFixed(1), largeTime / smallTime <= 12);
const floor = median(9, () => singlePass(large));
report('floor: one pass over 1,000,000 code units', `${floor.toFixed(2)} ms; decomposition is ${(largeTime / floor).toFixed(0)} times that`);

const fragments = [
  '一、',
  '（一）',
  '1.',
  '①',
  '一是',
  '第一，',
  '。',
  '；',
  '：',
  '，',
  '、',
  '\n',
  '\r\n',
  '　',
  '\u0000',
  '\ufeff',
  '\ud800',
  '“',
  '”',
  '（',
  '）',
  '《',
  '》',
  '（责任单位：',
  '（牵头单位：甲局，配合单位：乙局）',
  '各级党组织',
  '县委组织部',
  '要',
  '由',
  '开展',
  '建立台账',
  '“五基三化”',
  '同志们',
  '3年内',
  '2023年',
  '6月底前',
  '不少于',
  '10名',
  '1/3',
  '2-3',
  '万',
  '％',
  '对',
  '的',
  '加强',
  '自觉',
  '去年',
  '是',
  '1',
  '一',
  'a',
  '甲',
];

/** A small linear generator, so that every run meets the same inputs. */
let seed = 20260101;
const random = (below: number): number => {
  seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
  return seed % below;
};

/** Noise of a given length: now and then one fragment over and over, otherwise any fragments. */
function adversarial(length: number): string {
  const pool = Array.from({ length: random(4) === 0 ? 1 + random(2) : fragments.length }, () => fragments[random(fragments.length)] ?? '');
  const parts: string[] = [];
  for (let size = 0; size < length; ) {
    const part = pool[random(pool.length)] ?? '甲';
    parts.push(part);
    size += part.length;
  }
  return parts.join('').slice(0, length);
}

const runs = 10_000;
let slowest = 0;
let total = 0;
let slowestLength = 0;
for (let run = 0; run < runs; run++) {
  const length = run % 2500 === 0 ? 1_000_000 : run % 500 === 0 ? 100_000 : run % 50 === 0 ? 10_000 : 1 + random(600);
  const text = adversarial(length);
  const time = timed(() => decompose(text));
  total += time;
  if (time > slowest) [slowest, slowestLength] = [time, length];
}
report(
  `${runs.toLocaleString('en')} adversarial inputs up to 1,000,000 characters`,
  `all finished; total ${(total / 1000).toFixed(1)} s, slowest ${slowest.toFixed(0)} ms (${slowestLength.toLocaleString('en')} characters)`,
);

process.exitCode = broken ? 1 : 0;
