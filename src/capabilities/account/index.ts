import type { Capability } from '#platform/http';
import { placeOfAccount } from './account-store.ts';
import { contract } from './contract.ts';
import { placeOfGrant } from './grant-store.ts';
import { messages } from './messages.ts';
import { allPermissions } from './roles.ts';
import { router } from './routes.ts';

export { type AccountRow, accountName, accountsNamed, addAccounts, namesOfAccounts } from './account-store.ts';
export { addGrants, type GrantRow } from './grant-store.ts';
export { identify } from './identify.ts';
export { addInstallation, installationOf, installationState } from './installation-store.ts';
export { drawPassword, hashPassword } from './password.ts';
export { allPermissions, roles } from './roles.ts';
export { isAdministrator, type Role, roleLabel, roleNames } from './rules/roles.ts';
export { codeNow, simulatedSecondFactor, simulatedSecret } from './second-factor.ts';
export { addSession } from './session-store.ts';
export { nobodysId, setUpInstallation } from './set-up.ts';

export const account = {
  name: 'account',
  contract,
  router,
  places: { accountId: placeOfAccount, grantId: placeOfGrant },
  messages,
  permissions: allPermissions,
} satisfies Capability;
