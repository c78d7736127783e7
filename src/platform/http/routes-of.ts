import { type AnyProcedure, type AnyRouter, isLazy, isProcedure, type Lazyable } from '@orpc/server';
import { z } from 'zod';
import type { Guard } from '#kernel/endpoint';

/** One endpoint as the server mounts it（接口）. */
export interface Route {
  /** `duty.readDuty` */
  name: string;
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** in the contract's form: `/duties/{dutyId}` */
  path: string;
  guard: Guard;
  procedure: AnyProcedure;
  /** does its input hold a file? */
  upload: boolean;
  /** is every file of it optional? */
  mayLackFile: boolean;
}

/** Every endpoint of the mounted capabilities. @throws when one is loaded late, so that it cannot be checked, or has no address */
export function routesOf(router: Lazyable<AnyRouter>, path: readonly string[] = []): Route[] {
  const name = path.join('.');
  if (isLazy(router)) throw new Error(`${name} is loaded late and cannot be checked at the start`);
  if (!isProcedure(router)) return Object.entries(router).flatMap(([key, inner]) => routesOf(inner, [...path, key]));
  const { route, meta, inputSchema } = router['~orpc'];
  const { method = 'POST' } = route;
  if (!route.path || method === 'HEAD') throw new Error(`${name} declares no address`);
  return [{ name, method, path: route.path, guard: meta, procedure: router, upload: holdsFile(inputSchema), mayLackFile: !needsFile(inputSchema) }];
}

function holdsFile(schema: unknown): boolean {
  if (schema instanceof z.ZodFile) return true;
  if (schema instanceof z.ZodObject) return Object.values(schema.shape).some(holdsFile);
  if (schema instanceof z.ZodArray) return holdsFile(schema.element);
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodNullable || schema instanceof z.ZodDefault) return holdsFile(schema.unwrap());
  return false;
}

function needsFile(schema: unknown): boolean {
  if (schema instanceof z.ZodObject) return Object.values(schema.shape).some(needsFile);
  return schema instanceof z.ZodFile || (schema instanceof z.ZodArray && needsFile(schema.element));
}
