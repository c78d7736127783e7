import type { FastifyBaseLogger } from 'fastify';
import type { Messages } from '#kernel/decision';
import type { Actor, Place } from '#platform/access';
import type { Db } from '#platform/db';
import type { Services } from '#platform/jobs';
import type { Change } from '#platform/journal';

/** The request as it came in（来访）: what signing in and out needs to know and to do. */
export interface Visit {
  requestId: string;
  address: string;
  agent: string;
  log: FastifyBaseLogger;
  /** Answer with the session's cookie. */
  openSession(token: string): void;
  /** Answer by taking the cookie away. */
  closeSession(): void;
}

/** Everything a handler may touch. `db` is already inside the request's transaction. */
export interface Context {
  /** at the place `installation` nobody is known yet: an actor without permissions */
  actor: Actor;
  db: Db;
  /** Path of the organization at which the permission was asked. */
  path: string;
  services: Services;
  visit: Visit;
  /** Append to the journal, at `path` unless the change names another. */
  record(kind: string, change: Omit<Change, 'path'> & { path?: string }): Promise<void>;
}

/** Find where an id stands, or nothing when there is no such id in the actor's scope. */
export type PlaceOf = (db: Db, id: string) => Promise<Place | undefined>;

/** Find who presents a token. */
export type Identify = (db: Db, token: string) => Promise<Actor | undefined>;

/** What the platform knows before a route is entered. */
export interface Entry {
  db: Db;
  services: Services;
  actor: Actor;
  visit: Visit;
  places: ReadonlyMap<string, PlaceOf>;
  messages: Messages;
}
