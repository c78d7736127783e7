import { covers } from '#kernel/scope';
import type { Actor } from '#platform/access';
import type { PersonView } from './contract.ts';
import { maskName } from './rules/masks.ts';
import type { ShownPerson } from './store.ts';

/** A name as the actor may see it（姓名）: in full inside the subtree of the grant, else 王*明. */
export const nameFor = (actor: Actor, path: string, name: string): string => (covers(actor.scope, path) ? name : maskName(name));

/** A person as the actor sees it. */
export const viewOf = (person: ShownPerson, actor: Actor): PersonView => ({
  id: person.id,
  organizationId: person.organization_id,
  name: nameFor(actor, person.path, person.name),
  sex: person.sex,
  bornOn: person.born_on,
  nationality: person.nationality,
  education: person.education,
  idNumberMask: person.id_number_mask,
  phoneMask: person.phone_mask,
});

/** What the actor may do with a person's record. */
export const mayDo = (actor: Actor, { id_number_mask, phone_mask }: ShownPerson): 'open'[] =>
  actor.permissions.has('person.open') && (id_number_mask ?? phone_mask) !== null ? ['open'] : [];
