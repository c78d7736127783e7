import { lazy } from 'react';

/** 班子: posts, holders and the term of office, for the organization's own page. */
export const LeadingBody = lazy(() => import('./LeadingBody.tsx').then((m) => ({ default: m.LeadingBody })));
