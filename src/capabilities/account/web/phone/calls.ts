import { callsOf } from '#phone/api';
import { contract } from '../../contract.ts';

export const accounts = callsOf(contract);
