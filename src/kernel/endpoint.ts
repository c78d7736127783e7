import { oc } from '@orpc/contract';
import { z } from 'zod';
import type { Messages } from './decision.ts';

/**
 * Where and by whom an endpoint may be used. Both are needed; a route that lacks one does not start.
 *
 * Two places need no input field: `grant` is the organization of the grant the caller works in, and `installation` is for
 * what happens before anybody signed in, always with the permission `anyone`.
 */
export interface Guard {
  permission?: string;
  /** The input field whose id says at which organization the permission is asked; or `grant`, or `installation`. */
  place?: string;
}

/** Start of every endpoint; `.route`, `.meta`, `.errors`, `.input` and `.output` follow. */
export const endpoint = oc.$meta<Guard>({});

const RefusalData = z.object({ facts: z.record(z.string(), z.union([z.string(), z.number()])), article: z.string() });

/** A rule said no: 422. Somebody else changed it meanwhile: 409, so that a client keeps both and asks. A file of another kind: 415. */
export const statusOf = (code: string): number => (code.endsWith('.changed-meanwhile') ? 409 : code.endsWith('.kind-not-accepted') ? 415 : 422);

/** The refusals a capability may answer with, typed for the browser by their codes. */
export function refusals<M extends Messages>(messages: M): Record<keyof M & string, { status: number; data: typeof RefusalData }> {
  const entries = Object.keys(messages).map((code) => [code, { status: statusOf(code), data: RefusalData }]);
  return Object.fromEntries(entries);
}
