import { z } from 'zod';
import { endpoint, refusals } from '#kernel/endpoint';
import { PageInput, pageOf, wordsIn } from '#kernel/page';
import { messages } from './messages.ts';
import { kinds, occupations, situations, sorts } from './rules/words.ts';

export const MemberRow = z.object({
  id: z.uuid(),
  personId: z.uuid(),
  name: z.string(),
  sex: z.string(),
  bornOn: z.iso.date(),
  kind: z.enum(kinds),
  joinedOn: z.iso.date(),
  fullOn: z.iso.date().nullable(),
  occupation: z.enum(occupations),
  situation: z.enum(situations),
  organizationId: z.uuid(),
  organizationName: z.string(),
  idNumberMask: z.string().nullable(),
  phoneMask: z.string().nullable(),
});
export type MemberRow = z.infer<typeof MemberRow>;

const in_ = z.object({ organizationId: z.uuid() });
const Filters = PageInput.extend(in_.shape).extend({
  q: z.string().trim().max(40).default(''),
  kinds: wordsIn(kinds),
  situations: wordsIn(situations),
  sort: z.enum(sorts).default('organization'),
});

const AddInput = in_.extend({
  personId: z.uuid(),
  kind: z.enum(kinds),
  joinedOn: z.iso.date(),
  fullOn: z.iso.date().nullable(),
  occupation: z.enum(occupations),
});
export type AddInput = z.infer<typeof AddInput>;

export const contract = {
  listMembers: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}/members', summary: '党员名册' })
    .meta({ permission: 'member.read', place: 'organizationId' })
    .input(Filters)
    .output(pageOf(MemberRow)),

  /** 党员数 of the organization with everything below it. */
  countMembers: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}/member-count', summary: '党员数' })
    .meta({ permission: 'member.count', place: 'organizationId' })
    .input(in_)
    .output(z.object({ full: z.int(), probationary: z.int(), mobile: z.int(), outOfContact: z.int() })),

  addMember: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/members', summary: '登记党员' })
    .meta({ permission: 'member.edit', place: 'organizationId' })
    .errors(refusals(messages))
    .input(AddInput)
    .output(MemberRow),

  /** 导出名册: names leave the system, so it is a recorded act, and a POST. */
  exportMembers: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/members/exports', summary: '导出党员名册 Excel（敏感信息脱敏）' })
    .meta({ permission: 'member.export', place: 'organizationId' })
    .input(Filters.omit({ page: true, size: true, sort: true }))
    .output(z.file()),
};
