import { covers, type Scope } from '#kernel/scope';

/** Who is calling（操作人）, working in one grant's subtree at a time. */
export interface Actor {
  /** the account's id */
  id: string;
  name: string;
  permissions: ReadonlySet<string>;
  scope: Scope;
  /** the organization of the grant, its path and its name */
  organizationId: string;
  organizationName: string;
  path: string;
  role: string;
  /** ids of the shared lists that name this organization（条块）; their rows may be seen and judged outside the subtree */
  lists: readonly string[];
  /** the session and the grant it works in */
  sessionId?: string;
  grantId?: string;
  /** signing in is not complete: what to answer to everything that is not permitted yet */
  hold?: { code: string; message: string };
}

/** Where an id stands. */
export interface Place {
  /** path of its organization */
  path: string;
  /** the shared list it belongs to, if any */
  list?: string | null;
  /** issued: whoever works below the path may read it */
  readableBelow?: boolean;
}

/** May this actor do this at this place? In the subtree of the grant, through a shared list, or by reading what was issued above. */
export function mayAt(actor: Actor, permission: string, { path, list, readableBelow = false }: Place): boolean {
  if (!actor.permissions.has(permission)) return false;
  const shared = list != null && actor.lists.includes(list);
  const readBelow = readableBelow && permission.endsWith('.read') && actor.path.startsWith(path);
  return covers(actor.scope, path) || shared || readBelow;
}
