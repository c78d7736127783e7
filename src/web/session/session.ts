import { useSuspenseQuery } from '@tanstack/react-query';
import { queriesOf } from '#web/api';
import { contract, type GrantView, type Me } from '../../capabilities/account/contract.ts';

/** The account capability's endpoints; every page stands on who is signed in, so the shell asks them first. */
export const accounts = queriesOf(contract);

/** Who is signed in, and as what（当前身份）. */
export interface Session {
  id: string;
  name: string;
  grant: GrantView;
  grants: readonly GrantView[];
  /** the organization one works at: most pages begin there */
  organizationId: string;
  organizationName: string;
  simulated: boolean;
  next: Me['next'];
  passwordRule: Me['passwordRule'];
  secondFactor: Me['secondFactor'];
  /** to show or hide; the server decides */
  may(permission: string): boolean;
}

const meOptions = () => accounts.me.queryOptions({ staleTime: 60_000, select: sessionOf });

/** 我是谁. @throws when nobody is signed in; the api then leads to the sign-in page */
export function useMe(): Session {
  return useSuspenseQuery(meOptions()).data;
}

function sessionOf({ account, grant, grants, permissions, simulated, next, passwordRule, secondFactor }: Me): Session {
  const held = new Set(permissions);
  return {
    id: account.id,
    name: account.name,
    grant,
    grants,
    organizationId: grant.organizationId,
    organizationName: grant.organizationName,
    simulated,
    next,
    passwordRule,
    secondFactor,
    may: (permission) => held.has(permission),
  };
}

/** Enter the desk after signing in（进入工作端）: loaded anew, so that nothing another person saw stays. @param back - a path of this site */
export function enterDesk(back = '/'): void {
  const address = new URL(back, location.origin);
  location.assign(address.origin === location.origin ? address.href : '/');
}

/** 换一个身份: another grant, another subtree, another menu. */
export async function switchGrant(grantId: string): Promise<void> {
  await accounts.switchGrant.call({ grantId });
  enterDesk();
}

/** 退出登录. */
export async function signOut(): Promise<void> {
  await accounts.signOut.call().catch(() => undefined);
  enterDesk('/sign-in');
}
