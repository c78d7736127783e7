import { lazy } from 'react';
import { type Finder, pageIn, textIn, wordOf, wordsOf } from '#web/page';
import { judgedStates, lamps, workingStates } from '../../rules/states.ts';

/** What the address of the board holds（看板地址）. `at`: an organization below one's own; `closed`: what is over too. */
export const boardSearch = (words: Record<string, unknown>) => ({
  view: wordOf(['table', 'timeline', 'organization'], words.view) ?? 'table',
  at: textIn(words.at) || undefined,
  lamps: wordsOf(lamps, words.lamps),
  working: wordsOf(workingStates, words.working),
  judged: wordsOf(judgedStates, words.judged),
  field: textIn(words.field) || undefined,
  lead: textIn(words.lead),
  list: textIn(words.list) || undefined,
  duty: textIn(words.duty) || undefined,
  waiting: wordOf(['to-do', 'to-verify', 'to-write-off'], words.waiting),
  closed: wordOf(['true'], words.closed),
  q: textIn(words.q),
  sort: wordOf(['due', '-due', 'number', 'organization'], words.sort) ?? 'due',
  page: pageIn(words.page),
});
export type BoardSearch = ReturnType<typeof boardSearch>;

/** `done`: what was just done to it. */
export const itemSearch = (words: Record<string, unknown>) => ({ done: wordOf(['submitted', 'verified', 'returned', 'written-off'], words.done) });
export type ItemSearch = ReturnType<typeof itemSearch>;

/** 任务看板 and 任务, pieces of pages that the shell gathers: they show what other capabilities know, too. */
export const Board = lazy(() => import('./Board.tsx').then((m) => ({ default: m.Board })));
export const WorkItem = lazy(() => import('./WorkItem.tsx').then((m) => ({ default: m.WorkItem })));
/** 灯色 of everything below an organization, for the organization's own page. */
export const LampsBelow = lazy(() => import('./LampsBelow.tsx').then((m) => ({ default: m.LampsBelow })));

export const workItemFinder: Finder = {
  label: '任务',
  permission: 'work-item.read',
  load: () => import('./find.ts').then((m) => m.findWorkItems),
};

export { workItems } from '../queries.ts';
