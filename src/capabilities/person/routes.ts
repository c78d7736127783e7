import { serving } from '#platform/http';
import * as actions from './actions.ts';
import { contract } from './contract.ts';
import * as store from './store.ts';
import { mayDo, viewOf } from './view.ts';

const os = serving(contract);

export const router = os.router({
  readPerson: os.readPerson.handler(async ({ context: { db, actor }, input }) => {
    const person = await store.personOf(db, input.personId);
    return { ...viewOf(person, actor), may: mayDo(actor, person) };
  }),

  addPerson: os.addPerson.handler(({ context, input }) => actions.addPerson(context, input)),

  openValue: os.openValue.handler(({ context, input }) => actions.openValue(context, input)),
});
