import { lazy } from 'react';
import { deskPage, pageIn, textIn, wordOf } from '#web/page';
import { kinds, situations, sorts } from '../../rules/words.ts';

/** `at`: an organization below one's own. */
const membersSearch = (words: Record<string, unknown>) => ({
  at: textIn(words.at) || undefined,
  q: textIn(words.q),
  kind: wordOf(kinds, words.kind),
  situation: wordOf(situations, words.situation),
  sort: wordOf(sorts, words.sort) ?? 'organization',
  page: pageIn(words.page),
});
export type MembersSearch = ReturnType<typeof membersSearch>;

const newMemberSearch = (words: Record<string, unknown>) => ({ at: textIn(words.at) || undefined });
export type NewMemberSearch = ReturnType<typeof newMemberSearch>;

/** 党员数, for the organization's own page. */
export const MemberCounts = lazy(() => import('./MemberCounts.tsx').then((m) => ({ default: m.MemberCounts })));
/** 选择党员 of an organization with what is below it. */
export const MemberPicker = lazy(() => import('./MemberPicker.tsx').then((m) => ({ default: m.MemberPicker })));

export const memberPages = [
  deskPage({
    path: '/members',
    title: '党员名册',
    permissions: ['member.read'],
    search: membersSearch,
    load: () => import('./MembersPage.tsx').then((m) => m.MembersPage),
  }),
  deskPage({
    path: '/members/new',
    title: '登记党员',
    permissions: ['member.edit'],
    search: newMemberSearch,
    load: () => import('./NewMemberPage.tsx').then((m) => m.NewMemberPage),
  }),
];
