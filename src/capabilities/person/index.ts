import type { Capability } from '#platform/http';
import { contract } from './contract.ts';
import { messages } from './messages.ts';
import { router } from './routes.ts';
import { placeOfPerson } from './store.ts';

export { checkDigitOf, decideIdNumber, simulatedArea } from './rules/id-number.ts';
export { maskIdNumber, maskName, maskPhone } from './rules/masks.ts';
export { allPeople, isSimulated, movePerson, type NewPerson, personOf, type ShownPerson } from './store.ts';
export { nameFor } from './view.ts';

export const person = {
  name: 'person',
  contract,
  router,
  places: { personId: placeOfPerson },
  messages,
} satisfies Capability;
