import { sql } from 'kysely';
import { addAccounts, addGrants, addSession, hashPassword, type Role } from '#account';
import { wholeCounty } from '#kernel/scope';
import { addOrganizations, type NewOrganizationRow } from '#organization';
import { type Db, transaction } from '#platform/db';
import { newId } from '#platform/id';

const tree = {
  county: { path: '001', name: '某县委', kind: 'committee', field: 'county' },
  east: { path: '001001', name: '东风镇党委', kind: 'committee', field: 'town' },
  willow: { path: '001001001', name: '柳树村党支部', kind: 'branch', field: 'village' },
  redFlag: { path: '001001002', name: '红旗社区党支部', kind: 'branch', field: 'community' },
  west: { path: '001002', name: '西山镇党委', kind: 'committee', field: 'town' },
  bridge: { path: '001002001', name: '石桥村党支部', kind: 'branch', field: 'village' },
  primarySchool: { path: '001002002', name: '西山镇中心小学党支部', kind: 'branch', field: 'school' },
  education: { path: '001003', name: '县教育局党组', kind: 'leading-group', field: 'office' },
  highSchool: { path: '001003001', name: '县第一中学党支部', kind: 'branch', field: 'school' },
} as const satisfies Record<string, Pick<NewOrganizationRow, 'path' | 'name' | 'kind' | 'field'>>;

export type SmallOrganization = keyof typeof tree;

const people = {
  /** drafts and issues at the county */
  department: { name: '李明', role: 'organization-department', at: 'county' },
  /** the second person of the department */
  reviewer: { name: '赵敏', role: 'organization-department', at: 'county' },
  supervisor: { name: '周正', role: 'supervisor', at: 'county' },
  eastSecretary: { name: '陈立新', role: 'committee-secretary', at: 'east' },
  eastAffairs: { name: '陈静', role: 'party-affairs', at: 'east' },
  westAffairs: { name: '何伟', role: 'party-affairs', at: 'west' },
  secretary: { name: '王建国', role: 'branch-secretary', at: 'willow' },
  redFlagSecretary: { name: '吴芳', role: 'branch-secretary', at: 'redFlag' },
  bridgeSecretary: { name: '孙大海', role: 'branch-secretary', at: 'bridge' },
  schoolSecretary: { name: '郑文', role: 'branch-secretary', at: 'primarySchool' },
  educationOffice: { name: '钱学勤', role: 'lead-office', at: 'education' },
  member: { name: '张秀英', role: 'member', at: 'willow' },
  systemAdministrator: { name: '冯系统', role: 'system-administrator', at: 'county' },
  securityAdministrator: { name: '褚安全', role: 'security-administrator', at: 'county' },
  auditAdministrator: { name: '卫审计', role: 'audit-administrator', at: 'county' },
} as const satisfies Record<string, { name: string; role: Role; at: SmallOrganization }>;

export type SmallPerson = keyof typeof people;

/** What everybody in the small county signs in with; the name is `999901-secretary` and the like. */
export const smallPassword = 'Liushu-2026';
const passwordHash = hashPassword(smallPassword);

/** A county of nine organizations and a dozen people（小县）, for tests: quick to fill, every relation in it. */
export interface SmallCounty {
  countyId: string;
  organizations: Record<SmallOrganization, string>;
  accounts: Record<SmallPerson, string>;
  tokens: Record<SmallPerson, string>;
}

const mapValues = <K extends string, V, R>(record: Record<K, V>, change: (value: V, key: K) => R): Record<K, R> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value as V, key as K)])) as Record<K, R>;

/** Fill an empty database with the small county. @param code - GB/T 2260 of the county, in case a test needs two */
export async function fillSmallCounty(db: Db, code = '999901'): Promise<SmallCounty> {
  const countyId = newId();
  const password_hash = await passwordHash;
  return transaction(db, { role: 'hangji_writer', scope: wholeCounty(countyId), actorId: newId() }, async (trx) => {
    await sql`insert into installation (simulated) values (true) on conflict do nothing`.execute(trx);
    await sql`insert into county (id, name, code) values (${countyId}, '某县', ${code})`.execute(trx);
    const organizations = mapValues(tree, () => newId());
    const idAt = new Map(Object.entries(tree).map(([key, { path }]) => [path as string, organizations[key as SmallOrganization]]));
    await addOrganizations(
      trx,
      Object.entries(tree).map(([key, node]) => ({
        ...node,
        id: organizations[key as SmallOrganization],
        parent_id: idAt.get(node.path.slice(0, -3)) ?? null,
        form: 'ordinary' as const,
        has_committee: key !== 'bridge',
        set_up_on: '2010-07-01',
      })),
    );
    const accounts = mapValues(people, () => newId());
    const grants = mapValues(people, () => newId());
    const keys = Object.keys(people) as SmallPerson[];
    await addAccounts(
      trx,
      keys.map((key) => ({
        id: accounts[key],
        county_id: countyId,
        person_id: null,
        name: people[key].name,
        sign_in_name: `${code}-${key}`,
        staff_number: null,
        password_hash,
        must_change_password: false,
      })),
    );
    await addGrants(
      trx,
      keys.map((key) => ({
        id: grants[key],
        account_id: accounts[key],
        county_id: countyId,
        organization_id: organizations[people[key].at],
        role: people[key].role,
        from_day: '2020-01-01',
        to_day: null,
      })),
    );
    const tokens = {} as Record<SmallPerson, string>;
    for (const key of keys) tokens[key] = await addSession(trx, accounts[key], grants[key], { secondFactor: true });
    return { countyId, organizations, accounts, tokens };
  });
}
