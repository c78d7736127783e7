import { type Context, serving } from '#platform/http';
import {
  createAccount,
  endRole,
  grantRole,
  readAccounts,
  readGrantPlaces,
  readGrants,
  resetPassword,
  resetSecondFactor,
  setAvailability,
} from './administration.ts';
import { contract } from './contract.ts';
import { exportAccounts } from './export.ts';
import { installationState } from './installation-store.ts';
import { changePassword, endOwnSession, enrolSecondFactor, listSessions, readMe, showCode, signOut, switchGrant } from './own-account.ts';
import { roles } from './roles.ts';
import { passwordLength, passwordLimits } from './rules/password.ts';
import { isAdministrator, roleNames } from './rules/roles.ts';
import { setUpInstallation } from './set-up.ts';
import { signIn } from './sign-in.ts';
import { roleView } from './view.ts';

const os = serving(contract);

async function readInstallation({ db }: Context) {
  const { accounts, simulated } = await installationState(db);
  const passwordRule = { length: passwordLength(true), classes: passwordLimits.classes };
  return { state: accounts ? ('ready' as const) : ('empty' as const), simulated: simulated ?? false, passwordRule };
}

export const router = os.router({
  readInstallation: os.readInstallation.handler(({ context }) => readInstallation(context)),
  setUp: os.setUp.handler(({ context, input }) => setUpInstallation(context.db, input)),
  signIn: os.signIn.handler(({ context, input }) => signIn(context, input)),
  signOut: os.signOut.handler(({ context }) => signOut(context)),
  me: os.me.handler(({ context }) => readMe(context)),
  changePassword: os.changePassword.handler(({ context, input }) => changePassword(context, input)),
  enrolSecondFactor: os.enrolSecondFactor.handler(({ context }) => enrolSecondFactor(context)),
  confirmSecondFactor: os.confirmSecondFactor.handler(({ context, input }) => showCode(context, input.code)),
  verifySecondFactor: os.verifySecondFactor.handler(({ context, input }) => showCode(context, input.code)),
  listSessions: os.listSessions.handler(({ context }) => listSessions(context)),
  endSession: os.endSession.handler(({ context, input }) => endOwnSession(context, input.sessionId)),
  switchGrant: os.switchGrant.handler(({ context, input }) => switchGrant(context, input.grantId)),
  listAccounts: os.listAccounts.handler(({ context, input }) => readAccounts(context, input)),
  exportAccounts: os.exportAccounts.handler(({ context, input }) => exportAccounts(context, input)),
  createAccount: os.createAccount.handler(({ context, input }) => createAccount(context, input)),
  resetPassword: os.resetPassword.handler(({ context, input }) => resetPassword(context, input.accountId)),
  setAvailability: os.setAvailability.handler(({ context, input }) => setAvailability(context, input)),
  listGrants: os.listGrants.handler(({ context, input }) => readGrants(context, input.accountId)),
  grantRole: os.grantRole.handler(({ context, input }) => grantRole(context, input)),
  endGrant: os.endGrant.handler(({ context, input }) => endRole(context, input)),
  resetSecondFactor: os.resetSecondFactor.handler(({ context, input }) => resetSecondFactor(context, input.accountId)),
  findGrantPlaces: os.findGrantPlaces.handler(({ context, input }) => readGrantPlaces(context, input)),
  listRoles: os.listRoles.handler(() => ({ rows: roleNames.map((role) => roleView(role, roles[role], isAdministrator(role))) })),
});
