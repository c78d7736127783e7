import { lazy } from 'react';
import { deskPage, type Finder, numberIn, pageIn, textIn, wordsOf, yesIn } from '#web/page';
import { listStates } from '../../rules/words.ts';

const listSearch = (words: Record<string, unknown>) => ({
  states: wordsOf(listStates, words.states),
  year: numberIn(words.year),
  above: yesIn(words.above),
  q: textIn(words.q),
  page: pageIn(words.page),
});
export type ListSearch = ReturnType<typeof listSearch>;

export const dutyPages = [
  deskPage({
    path: '/list',
    title: '责任清单',
    permissions: ['duty.read'],
    search: listSearch,
    load: () => import('./DutyListsPage.tsx').then((m) => m.DutyListsPage),
  }),
  deskPage({ path: '/list/$id', title: '责任清单', permissions: ['duty.read'], load: () => import('./DutyListPage.tsx').then((m) => m.DutyListPage) }),
];

export const dutyFinder: Finder = { label: '责任清单', permission: 'duty.read', load: () => import('./find.ts').then((m) => m.findDutyLists) };

export type { DutyChange, DutyListView, DutyView, Party, Suggestion } from '../../contract.ts';
export { gapLabel } from '../../rules/gaps.ts';
export { dutyFieldLabel, dutyFields, type ListState, listStateLabel, listStates } from '../../rules/words.ts';
/** A list as it is being written, for whoever brings texts to write it from. */
export { HelpDialog } from '../editor/HelpDialog.tsx';
export { SavedAt } from '../editor/SavedAt.tsx';
export { useListEditor, useStable } from '../editor/use-list-editor.ts';
export { useListKeys } from '../editor/use-list-keys.ts';
export { YearBanner } from '../editor/YearBanner.tsx';
export { duties } from '../queries.ts';
export { partiesText, targetText, timingKindLabel, timingText } from '../words.ts';
export const ItemPane = lazy(() => import('../editor/ItemPane.tsx').then((m) => ({ default: m.ItemPane })));

/** Pieces for pages that the shell gathers: where an item comes from, and a choice among issued lists. */
export const Trace = lazy(() => import('./Trace.tsx').then((m) => ({ default: m.Trace })));
export const DutyListChoice = lazy(() => import('./DutyListChoice.tsx').then((m) => ({ default: m.DutyListChoice })));
export { DutyTable } from './DutyTable.tsx';
