import { deskPage, pageIn, textIn } from '#web/page';

const auditSearch = (words: Record<string, unknown>) => ({
  from: textIn(words.from) || undefined,
  to: textIn(words.to) || undefined,
  actor: textIn(words.actor),
  kind: textIn(words.kind),
  subject: textIn(words.subject) || undefined,
  page: pageIn(words.page),
});
export type AuditSearch = ReturnType<typeof auditSearch>;

export const auditPages = [
  deskPage({
    path: '/admin/audit',
    title: '审计日志',
    permissions: ['audit.read'],
    search: auditSearch,
    load: () => import('./AuditPage.tsx').then((m) => m.AuditPage),
  }),
];
