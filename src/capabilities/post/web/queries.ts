import { queriesOf } from '#web/api';
import { contract } from '../contract.ts';

export const posts = queriesOf(contract);
