import { dayOf } from '#kernel/day';
import { refuse, settle } from '#kernel/decision';
import type { Context } from '#platform/http';
import { newId } from '#platform/id';
import type { AddInput, OpenInput, PersonView } from './contract.ts';
import { decideIdNumber } from './rules/id-number.ts';
import { decidePhone, maskIdNumber, maskPhone } from './rules/masks.ts';
import * as store from './store.ts';
import { viewOf } from './view.ts';

/** Enter a person（登记人员）. Each number is sealed for its own field and person: moved elsewhere it does not open. The journal knows only their masks. */
export async function addPerson(ctx: Context, { organizationId, bornOn, idNumber, phone, ...same }: AddInput): Promise<PersonView> {
  const id = newId();
  const { keyring } = ctx.services;
  const simulated = await store.isSimulated(ctx.db);
  const today = dayOf(new Date());
  if (bornOn > today) settle(refuse('person.born-in-future', { day: bornOn }, '夯基规则：登记已经发生的事'));
  const number = idNumber ? settle(decideIdNumber(idNumber, { bornOn, sex: same.sex, simulated })) : null;
  const mobile = phone ? settle(decidePhone(phone)) : null;
  const person = await store.addPerson(ctx.db, {
    ...same,
    id,
    organization_id: organizationId,
    path: ctx.path,
    born_on: bornOn,
    id_number_cipher: number === null ? null : keyring.for('id-number').seal(number, id),
    id_number_mask: number === null ? null : maskIdNumber(number),
    phone_cipher: mobile === null ? null : keyring.for('phone').seal(mobile, id),
    phone_mask: mobile === null ? null : maskPhone(mobile),
  });
  await ctx.record('person.added', { subjectId: id, after: person });
  return viewOf(person, ctx.actor);
}

const fieldLabel = { 'id-number': '身份证号', phone: '手机号' } as const;

/** Open one sealed value for a reason（查看敏感信息）. The opening is journalled, the value never is. */
export async function openValue(ctx: Context, { personId, field, reason }: OpenInput): Promise<{ value: string }> {
  const cipher = await store.cipherOf(ctx.db, personId, field);
  if (!cipher) return settle(refuse('person.nothing-to-open', { field: fieldLabel[field] }, '夯基规则：敏感信息逐项查看'));
  const value = ctx.services.keyring.for(field).open(cipher, personId);
  await ctx.record('person.opened', { subjectId: personId, after: { field, reason } });
  return { value };
}
