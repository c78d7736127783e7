import { dayOf } from '#kernel/day';
import { type Decision, RefusedError, refuse, settle } from '#kernel/decision';
import { wholeCounty } from '#kernel/scope';
import { addOrganizations } from '#organization';
import { type Db, transaction } from '#platform/db';
import { newId } from '#platform/id';
import { record } from '#platform/journal';
import { type AccountRow, addAccount } from './account-store.ts';
import type { SetUpInput } from './contract.ts';
import { addGrants } from './grant-store.ts';
import { addInstallation, installationState, lockInstallation } from './installation-store.ts';
import { hashPassword } from './password.ts';
import { decidePassword } from './rules/password.ts';
import { type AdministratorRole, roleLabel } from './rules/roles.ts';

const source = '夯基规则：系统只初始化一次';
/** Acts of nobody: the set-up itself, the machine's own work. */
export const nobodysId = '00000000-0000-0000-0000-000000000000';
const rootPath = '001';

const parts = [
  ['system', 'system-administrator'],
  ['security', 'security-administrator'],
  ['audit', 'audit-administrator'],
] as const satisfies [keyof SetUpInput['administrators'], AdministratorRole][];

/**
 * Set up a real installation（初始化）: county, root organization and the three administrators, all or nothing, once.
 *
 * Whoever sets up knows three passwords, so each is changed at the first sign-in, where a second factor is enrolled too.
 *
 * @param db - outside any transaction
 * @throws {RefusedError} when there is an account already, the installation is simulated, or a password will not do
 */
export async function setUpInstallation(db: Db, input: SetUpInput): Promise<{ organizationId: string }> {
  const { county, organization, administrators, digest } = input;
  if (new Set(parts.map(([part]) => administrators[part].signInName)).size < parts.length) throw refused('account.administrators-same');
  for (const [part, role] of parts) {
    const { password, signInName, name } = administrators[part];
    settle(about(`${roleLabel[role]}的`, decidePassword(password, true, [signInName, name])));
  }
  const hashes = await Promise.all(parts.map(([part]) => hashPassword(administrators[part].password)));

  const countyId = newId();
  const organizationId = newId();
  return transaction(db, { role: 'hangji_writer', scope: wholeCounty(countyId), actorId: nobodysId }, async (trx) => {
    await lockInstallation(trx);
    const state = await installationState(trx);
    if (state.simulated) throw refused('account.installation-simulated');
    if (state.accounts) throw refused('account.set-up-already');

    await addInstallation(trx, { simulated: false, digest }, { id: countyId, ...county });
    const { name, setUpOn } = organization;
    const root = { parent_id: null, path: rootPath, kind: 'committee', form: 'ordinary', field: 'county', has_committee: true } as const;
    await addOrganizations(trx, [{ id: organizationId, name, set_up_on: setUpOn, ...root }]);
    for (const [index, [part, role]] of parts.entries()) {
      const row = { id: newId(), person_id: null, name: administrators[part].name, sign_in_name: administrators[part].signInName, staff_number: null };
      await addAdministrator(trx, { ...row, password_hash: hashes[index] ?? '' }, organizationId, role);
    }
    await record(trx, 'account.installation-set-up', { subjectId: organizationId, path: rootPath, after: { county, organization, digest } });
    return { organizationId };
  });
}

async function addAdministrator(db: Db, row: AccountRow, organizationId: string, role: AdministratorRole): Promise<void> {
  if (!(await addAccount(db, row))) throw refused('account.sign-in-name-taken', { name: row.sign_in_name });
  await addGrants(db, [{ id: newId(), account_id: row.id, organization_id: organizationId, role, from_day: dayOf(new Date()), to_day: null }]);
}

/** Three people on one page: a refusal says whose password it is about. */
const about = (whose: string, decision: Decision<string>): Decision<string> =>
  decision.ok ? decision : refuse(decision.refusal.code, { ...decision.refusal.facts, whose }, decision.refusal.article);

const refused = (code: string, facts: Record<string, string> = {}): RefusedError => new RefusedError({ code, facts, article: source });
