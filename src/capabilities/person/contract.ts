import { z } from 'zod';
import { endpoint, refusals } from '#kernel/endpoint';
import { messages } from './messages.ts';

export const PersonView = z.object({
  id: z.uuid(),
  organizationId: z.uuid(),
  /** in full inside one's own organization, else masked: 王*明 */
  name: z.string(),
  sex: z.enum(['0', '1', '2', '9']),
  bornOn: z.iso.date(),
  nationality: z.string(),
  education: z.string(),
  idNumberMask: z.string().nullable(),
  phoneMask: z.string().nullable(),
});
export type PersonView = z.infer<typeof PersonView>;

const AddInput = z.object({
  organizationId: z.uuid(),
  name: z.string().trim().min(2).max(40),
  sex: z.enum(['1', '2']),
  bornOn: z.iso.date(),
  nationality: z
    .string()
    .regex(/^\d{2}$/)
    .default('01'),
  education: z
    .string()
    .regex(/^\d{2}$/)
    .default('90'),
  idNumber: z.string().trim().optional(),
  phone: z.string().trim().optional(),
});
export type AddInput = z.infer<typeof AddInput>;

const OpenInput = z.object({ personId: z.uuid(), field: z.enum(['id-number', 'phone']), reason: z.string().trim().min(4).max(200) });
export type OpenInput = z.infer<typeof OpenInput>;

export const contract = {
  readPerson: endpoint
    .route({ method: 'GET', path: '/people/{personId}', summary: '查看人员' })
    .meta({ permission: 'person.read', place: 'personId' })
    .input(z.object({ personId: z.uuid() }))
    .output(PersonView.extend({ may: z.array(z.enum(['open'])) })),

  addPerson: endpoint
    .route({ method: 'POST', path: '/organizations/{organizationId}/people', summary: '登记人员' })
    .meta({ permission: 'person.edit', place: 'organizationId' })
    .errors(refusals(messages))
    .input(AddInput)
    .output(PersonView),

  /** 查看敏感信息: one value, for a reason, and the opening is journalled: so it is a POST. */
  openValue: endpoint
    .route({ method: 'POST', path: '/people/{personId}/openings', summary: '查看敏感信息' })
    .meta({ permission: 'person.open', place: 'personId' })
    .errors(refusals(messages))
    .input(OpenInput)
    .output(z.object({ value: z.string() })),
};
