import { lazy } from 'react';
import { people } from '../queries.ts';

/** One masked value that opens for a reason（查看敏感信息）. */
export const MaskedValue = lazy(() => import('./MaskedValue.tsx').then((m) => ({ default: m.MaskedValue })));

/** 登记人员, for a form that goes on to what the person is. */
export const addPerson = people.addPerson.call;
