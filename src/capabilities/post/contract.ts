import { z } from 'zod';
import { endpoint, refusals } from '#kernel/endpoint';
import { messages } from './messages.ts';

export const titles = ['secretary', 'deputy-secretary', 'organization-member', 'publicity-member', 'discipline-member', 'first-secretary'] as const;

export const PostView = z.object({
  id: z.uuid(),
  title: z.enum(titles),
  /** on the day asked; null: vacant */
  holder: z.object({ personId: z.uuid(), name: z.string(), from: z.iso.date() }).nullable(),
});

export const BodyView = z.object({
  posts: z.array(PostView),
  vacancies: z.int(),
  term: z
    .object({
      electedOn: z.iso.date(),
      endsOn: z.iso.date(),
      status: z.enum(['running', 'due-soon', 'overdue']),
      /** why, with its article */
      because: z.string(),
    })
    .nullable(),
});

const of = z.object({ organizationId: z.uuid() });

export const contract = {
  /** 班子: posts, their holders on a day, and the term of office. */
  readBody: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}/body', summary: '领导班子' })
    .meta({ permission: 'organization.read', place: 'organizationId' })
    .input(of.extend({ on: z.iso.date().optional() }))
    .output(BodyView),

  appoint: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/appointments', summary: '登记任职' })
    .meta({ permission: 'post.edit', place: 'organizationId' })
    .errors(refusals(messages))
    .input(of.extend({ title: z.enum(titles), personId: z.uuid(), from: z.iso.date() }))
    .output(BodyView),
};
