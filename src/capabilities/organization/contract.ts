import { z } from 'zod';
import { endpoint, refusals } from '#kernel/endpoint';
import { PageInput, pageOf, wordsIn } from '#kernel/page';
import { messages } from './messages.ts';
import { fields, forms, kinds } from './rules/words.ts';

export const OrganizationView = z.object({
  id: z.uuid(),
  parentId: z.uuid().nullable(),
  path: z.string(),
  level: z.int(),
  name: z.string(),
  kind: z.enum(kinds),
  form: z.enum(forms),
  field: z.enum(fields),
  hasCommittee: z.boolean(),
  setUpOn: z.iso.date(),
  /** direct children, to draw the tree's arrow */
  children: z.int(),
});
export type OrganizationView = z.infer<typeof OrganizationView>;

const NewOrganization = z.object({
  name: z.string().trim().min(2).max(60),
  kind: z.enum(kinds),
  form: z.enum(forms).default('ordinary'),
  field: z.enum(fields),
  hasCommittee: z.boolean(),
  setUpOn: z.iso.date(),
});

const AddInput = NewOrganization.extend({ organizationId: z.uuid() });
export type AddInput = z.infer<typeof AddInput>;

const at = z.object({ organizationId: z.uuid() });
const Filters = PageInput.extend(at.shape).extend({
  q: z.string().trim().max(60).default(''),
  kinds: wordsIn(kinds),
  fields: wordsIn(fields),
  forms: wordsIn(forms),
  level: z.coerce.number().int().min(1).max(12).optional(),
});
const read = { permission: 'organization.read', place: 'organizationId' };

export const contract = {
  readOrganization: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}', summary: '查看党组织' })
    .meta(read)
    .input(at)
    .output(OrganizationView.extend({ ancestors: z.array(z.object({ id: z.uuid(), name: z.string() })), may: z.array(z.enum(['add', 'edit'])) })),

  /** 下级党组织: direct children, a page at a time, in the order of their codes. */
  listChildren: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}/children', summary: '列出下级党组织' })
    .meta(read)
    .input(PageInput.extend(at.shape))
    .output(pageOf(OrganizationView)),

  /** 查找党组织 in the subtree, by part of the name, kinds, fields and level. */
  searchOrganizations: endpoint
    .route({ method: 'GET', path: '/organizations/{organizationId}/search', summary: '查找党组织' })
    .meta(read)
    .input(Filters)
    .output(pageOf(OrganizationView.extend({ parentName: z.string() }))),

  addOrganization: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/children', summary: '登记下级党组织' })
    .meta({ permission: 'organization.edit', place: 'organizationId' })
    .errors(refusals(messages))
    .input(AddInput)
    .output(OrganizationView),

  /** 导出党组织: what a search finds, or the whole subtree; a recorded act, and a POST. */
  exportOrganizations: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/exports', summary: '导出党组织 Excel' })
    .meta(read)
    .input(Filters.omit({ page: true, size: true }))
    .output(z.file()),
};
