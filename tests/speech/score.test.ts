import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Decomposition, decompose } from '../../src/capabilities/directive/rules/decomposition/index.ts';
import { addScore, type Counts, f1, type Measure, measures, noCounts } from './score.ts';
import { problemsOf } from './validity.ts';

/** What the decomposition must reach on every corpus, as F1. */
const floors: Record<Measure, number> = { sections: 0.97, items: 0.97, tasks: 0.93, lead: 0.85, deadline: 0.9, quantities: 0.9, mechanisms: 0.9 };

const root = resolve(import.meta.dirname, '../..');
// `untuned` was annotated by somebody else and is not developed against; one general cause（整改措施：）was mended after a look at it.
const corpora = [import.meta.dirname, join(import.meta.dirname, 'untuned'), join(root, '../shared/speech')].filter((folder) =>
  existsSync(join(folder, 'gold')),
);

describe.for(corpora)('%s', (folder) => {
  const documents = readdirSync(join(folder, 'gold')).map((name) => {
    const gold = JSON.parse(readFileSync(join(folder, 'gold', name), 'utf8')) as Decomposition;
    const text = readFileSync(join(folder, 'texts', gold.doc.file), 'utf8');
    return { name: basename(name, '.json'), gold, text, predicted: decompose(text, gold.doc) };
  });

  test.for(documents)('$name: annotation and prediction are valid', ({ gold, predicted, text }) => {
    expect(problemsOf(text, gold)).toEqual([]);
    expect(problemsOf(text, predicted)).toEqual([]);
  });

  test.for(measures)('%s reaches its floor', (measure) => {
    const counts: Counts = noCounts();
    for (const { gold, predicted } of documents) addScore(counts, gold, predicted);
    expect(f1(counts[measure])).toBeGreaterThanOrEqual(floors[measure]);
  });
});

test('the corpus is large enough to judge by', () => {
  const tasks = readdirSync(join(import.meta.dirname, 'gold')).flatMap((name) => {
    const gold = JSON.parse(readFileSync(join(import.meta.dirname, 'gold', name), 'utf8')) as Decomposition;
    return gold.items.filter((item) => item.kind === 'task');
  });
  const total = (count: (task: Decomposition['items'][number]) => number) => tasks.reduce((sum, task) => sum + count(task), 0);
  expect(total((task) => task.lead.length)).toBeGreaterThanOrEqual(60);
  expect(total((task) => (task.deadline ? 1 : 0))).toBeGreaterThanOrEqual(60);
  expect(total((task) => task.quantities.length)).toBeGreaterThanOrEqual(60);
  expect(total((task) => task.mechanisms.length)).toBeGreaterThanOrEqual(60);
});

describe('single sentences of all departments', () => {
  const sentences = readFileSync(join(import.meta.dirname, 'sentences.txt'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => ({ kind: line.slice(0, line.indexOf(' ')), text: line.slice(line.indexOf(' ') + 1) }));
  const kindOf = (text: string) => decompose(`题目\n一、重点任务\n${text}`).items[0]?.kind;

  test('nearly all have the kind they were given by hand', () => {
    const wrong = sentences.filter(({ kind, text }) => kindOf(text) !== kind).map(({ text }) => text);
    expect(sentences.length).toBeGreaterThanOrEqual(300);
    expect(wrong.length, wrong.join('\n')).toBeLessThanOrEqual(sentences.length * 0.03);
  });
});
