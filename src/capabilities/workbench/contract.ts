import { z } from 'zod';
import { endpoint } from '#kernel/endpoint';

const Lamps = z.object({ normal: z.int(), near: z.int(), overdue: z.int(), notStarted: z.int() });

export const Workbench = z.object({
  /** items at one's own organization that wait for a step of its own, and how many of them are near or past their deadline */
  toDo: z.int(),
  near: z.int(),
  overdue: z.int(),
  /** items below, or of lists that name one as lead, that wait for a judgement */
  toVerify: z.int(),
  toWriteOff: z.int(),
  /** lists that wait for a review by somebody else than the one who submitted them */
  listsToReview: z.array(z.object({ id: z.uuid(), title: z.string(), submittedBy: z.string() })),
  /** newest lists: how far each has come */
  recentLists: z.array(
    z.object({
      id: z.uuid(),
      directiveId: z.uuid().nullable(),
      title: z.string(),
      state: z.string(),
      number: z.string().nullable(),
      duties: z.int(),
      withGaps: z.int(),
      items: z.int(),
      writtenOff: z.int(),
    }),
  ),
  /** open items below each direct child, by lamp: towns first that have most overdue */
  lampsByChild: z.array(Lamps.extend({ organizationId: z.uuid(), name: z.string() })),
  /** lists that name one's organization as lead or partner */
  ledLists: z.array(z.object({ id: z.uuid(), title: z.string(), number: z.string().nullable(), part: z.enum(['lead', 'partner']), toVerify: z.int() })),
});
export type Workbench = z.infer<typeof Workbench>;

export const contract = {
  /** 工作台: what waits for the caller, computed on the server; the rows behind each figure are lists of their own. */
  readWorkbench: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}/workbench', summary: '工作台' })
    .meta({ permission: 'workbench.read', place: 'organizationId' })
    .input(z.object({ organizationId: z.uuid() }))
    .output(Workbench),
};
