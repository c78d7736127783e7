import { queriesOf } from '#web/api';
import { contract } from '../contract.ts';

export const indicators = queriesOf(contract);
