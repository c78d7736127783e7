export { callsOf } from './call.ts';
export { forgetAll, keep, type Reading, refusedOf, useRead, useSignedOut } from './read.ts';
export { Refused } from './refused.ts';
export { type Sending, useSend } from './send.ts';
