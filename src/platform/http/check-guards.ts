import { type AnyProcedure, type AnyRouter, isLazy, isProcedure, type Lazyable } from '@orpc/server';
import { z } from 'zod';
import type { Guard } from '#kernel/endpoint';
import type { PlaceOf } from './context.ts';
import { guard } from './guard.ts';

/** Refuse to start when a route is open: no permission, no place, or no guard before it. @throws naming the route */
export function checkGuards(router: AnyRouter, places: ReadonlyMap<string, PlaceOf>): void {
  for (const [route, procedure] of proceduresOf(router, [])) {
    const { meta, inputSchema, middlewares } = procedure['~orpc'];
    const { permission, place }: Guard = meta;
    if (!permission) throw new Error(`${route} declares no permission`);
    if (place === 'grant') continue;
    if (!place || !places.has(place)) throw new Error(`${route} declares no place that can be found: ${place}`);
    if (!(inputSchema instanceof z.ZodObject) || !(place in inputSchema.shape)) throw new Error(`${route} has no input field ${place}`);
    if (!middlewares.includes(guard)) throw new Error(`${route} is not served behind the guard`);
  }
}

function proceduresOf(router: Lazyable<AnyRouter>, path: readonly string[]): [string, AnyProcedure][] {
  if (isLazy(router)) throw new Error(`${path.join('.')} is loaded late and cannot be checked at the start`);
  if (isProcedure(router)) return [[path.join('.'), router]];
  return Object.entries(router).flatMap(([name, inner]) => proceduresOf(inner, [...path, name]));
}
