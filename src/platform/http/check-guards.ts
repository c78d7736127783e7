import { z } from 'zod';
import type { PlaceOf } from './context.ts';
import { guard } from './guard.ts';
import type { Route } from './routes-of.ts';

/** The one permission that nobody needs to be given; it goes with the place `installation` and with no other. */
const anyone = 'anyone';

/**
 * Refuse to start when a route is open（开放的接口不得启动）: no permission, one that no role has, no place, or no guard before it.
 *
 * @param permissions - every permission that some role has
 * @throws naming the route
 */
export function checkGuards(routes: readonly Route[], places: ReadonlyMap<string, PlaceOf>, permissions: ReadonlySet<string>): void {
  for (const { name, guard: declared, procedure } of routes) {
    const { permission, place } = declared;
    const { inputSchema, middlewares } = procedure['~orpc'];
    if (!permission) throw new Error(`${name} declares no permission`);
    if (!middlewares.includes(guard)) throw new Error(`${name} is not served behind the guard`);
    if ((permission === anyone) !== (place === 'installation')) throw new Error(`${name}: the permission "anyone" and the place "installation" go together`);
    if (place === 'installation') continue;
    if (!permissions.has(permission)) throw new Error(`${name} asks for ${permission}, which no role has`);
    if (place === 'grant') continue;
    if (!place || !places.has(place)) throw new Error(`${name} declares no place that can be found: ${place}`);
    if (!(inputSchema instanceof z.ZodObject) || !(place in inputSchema.shape)) throw new Error(`${name} has no input field ${place}`);
  }
}
