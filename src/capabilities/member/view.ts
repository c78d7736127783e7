import { nameFor } from '#person';
import type { Actor } from '#platform/access';
import type { MemberRow } from './contract.ts';
import type { ListedMember } from './store.ts';

/** A member as the actor sees it（党员）. */
export const viewOf = (member: ListedMember, actor: Actor): MemberRow => ({
  id: member.id,
  personId: member.person_id,
  name: nameFor(actor, member.path, member.name),
  sex: member.sex,
  bornOn: member.born_on,
  kind: member.kind,
  joinedOn: member.joined_on,
  fullOn: member.full_on,
  occupation: member.occupation,
  situation: member.situation,
  organizationId: member.organization_id,
  organizationName: member.organization_name,
  idNumberMask: member.id_number_mask,
  phoneMask: member.phone_mask,
});
