import { z } from 'zod';
import { endpoint, refusals } from '#kernel/endpoint';
import { messages } from './messages.ts';
import { titles } from './rules/words.ts';

export { titles } from './rules/words.ts';

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
  /** what the number of members asks for: information, with its article */
  advice: z.array(z.object({ text: z.string(), article: z.string() })),
  may: z.array(z.enum(['appoint', 'leave'])),
});
export type BodyView = z.infer<typeof BodyView>;

const of = z.object({ organizationId: z.uuid() });

const AppointInput = of.extend({ title: z.enum(titles), personId: z.uuid(), from: z.iso.date() });
export type AppointInput = z.infer<typeof AppointInput>;

const LeaveInput = of.extend({ title: z.enum(titles), personId: z.uuid(), on: z.iso.date() });
export type LeaveInput = z.infer<typeof LeaveInput>;

export const contract = {
  /** 班子: posts, their holders on a day, and the term of office. */
  readBody: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}/body', summary: '领导班子' })
    .meta({ permission: 'post.read', place: 'organizationId' })
    .input(of.extend({ on: z.iso.date().optional() }))
    .output(BodyView),

  appoint: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/appointments', summary: '登记任职' })
    .meta({ permission: 'post.edit', place: 'organizationId' })
    .errors(refusals(messages))
    .input(AppointInput)
    .output(BodyView),

  leave: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/departures', summary: '登记离任' })
    .meta({ permission: 'post.edit', place: 'organizationId' })
    .errors(refusals(messages))
    .input(LeaveInput)
    .output(BodyView),
};
