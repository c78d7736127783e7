import { deskPage, pageIn, wordOf } from '#web/page';
import { jobStates } from '../../rules/words.ts';

const jobsSearch = (words: Record<string, unknown>) => ({ state: wordOf(jobStates, words.state), page: pageIn(words.page) });
export type JobsSearch = ReturnType<typeof jobsSearch>;

export const operationsPages = [
  deskPage({
    path: '/admin/jobs',
    title: '运行情况',
    permissions: ['system.administer'],
    search: jobsSearch,
    load: () => import('./JobsPage.tsx').then((m) => m.JobsPage),
  }),
];
