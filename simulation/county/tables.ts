import { maskIdNumber, maskPhone } from '#person';
import type { Keyring } from '#platform/keyring';
import type { Cell, Table } from '../copy.ts';
import type { PlannedAccount } from './accounts.ts';
import type { ComposedCounty } from './compose.ts';
import type { Human } from './people.ts';

/** What of a county is sealed, and with what. */
export interface Sealing {
  idNumbers: Keyring;
  phones: Keyring;
  secondFactors: Keyring;
  /** one Argon2id hash for every demo account */
  passwordHash: string;
}

/** Seal as the person and account capabilities do, so that they can open it. */
export const sealingWith = (keyring: Keyring, passwordHash: string): Sealing => ({
  idNumbers: keyring.for('id-number'),
  phones: keyring.for('phone'),
  secondFactors: keyring.for('second-factor'),
  passwordHash,
});

/** Every table of a county in the order in which its rows may be written（模拟县的表）. */
export function tablesOf({ id, tree, people, bodies, units, accounts }: ComposedCounty, sealing: Sealing): Table[] {
  const table = <Row>(name: string, columns: string, source: Iterable<Row>, cells: (row: Row) => readonly Cell[]): Table => ({
    name,
    columns: ['county_id', ...columns.split(' ')],
    rows: mapped(source, (row) => [id, ...cells(row)]),
  });
  const holdings = bodies.posts.flatMap((post) => post.holdings.map((holding) => ({ post, ...holding })));
  return [
    table('organization', 'id parent_id path name kind form field has_committee set_up_on', tree.all, (one) => [
      one.id,
      one.parent?.id ?? null,
      one.path,
      one.name,
      one.kind,
      one.form,
      one.field,
      bodies.withCommittee.has(one),
      one.setUpOn,
    ]),
    table('person', 'id organization_id path name sex born_on nationality education id_number_cipher id_number_mask phone_cipher phone_mask', people, (one) =>
      personCells(one, sealing),
    ),
    table('member', 'id person_id organization_id path kind joined_on full_on occupation situation from_day', people, (one) => [
      one.memberId,
      one.id,
      one.branch.id,
      one.branch.path,
      one.kind,
      one.joinedOn,
      one.fullOn,
      one.occupation,
      one.situation,
      one.joinedOn,
    ]),
    table('post', 'id organization_id path title', bodies.posts, (one) => [one.id, one.organization.id, one.organization.path, one.title]),
    table('post_holding', 'id post_id person_id holder_name path from_day to_day', holdings, ({ id, post, person, from, to }) => [
      id,
      post.id,
      person.id,
      person.name,
      post.organization.path,
      from,
      to,
    ]),
    table('term', 'id organization_id path elected_on ends_on', bodies.terms, (one) => [
      one.id,
      one.organization.id,
      one.organization.path,
      one.electedOn,
      one.endsOn,
    ]),
    table('unit', 'id organization_id covered_by_id path name kind credit_code in_operation employees', units, (one) => [
      one.id,
      one.area.id,
      one.coveredBy?.id ?? null,
      one.area.path,
      one.name,
      one.kind,
      one.creditCode,
      one.inOperation,
      one.employees,
    ]),
    table('account', 'id person_id name sign_in_name password_hash must_change_password totp_cipher totp_confirmed', accounts, (one) =>
      accountCells(one, sealing),
    ),
    table('role_grant', 'id account_id organization_id role from_day', accounts, (one) => [one.grantId, one.id, one.at.id, one.role, grantedOn]),
  ];
}

/** Grants of the simulated county begin before last year's course. */
const grantedOn = '2024-01-01';

const personCells = (one: Human, { idNumbers, phones }: Sealing): readonly Cell[] => [
  one.id,
  one.branch.id,
  one.branch.path,
  one.name,
  one.sex,
  one.bornOn,
  one.nationality,
  one.education,
  idNumbers.seal(one.idNumber, one.id),
  maskIdNumber(one.idNumber),
  one.phone === null ? null : phones.seal(one.phone, one.id),
  one.phone === null ? null : maskPhone(one.phone),
];

const accountCells = (one: PlannedAccount, { passwordHash, secondFactors }: Sealing): readonly Cell[] => [
  one.id,
  one.person?.id ?? null,
  one.name,
  one.signInName,
  passwordHash,
  false,
  one.totpSecret === null ? null : secondFactors.seal(one.totpSecret, one.id),
  one.totpSecret !== null,
];

function* mapped<T, R>(source: Iterable<T>, change: (value: T) => R): Generator<R> {
  for (const value of source) yield change(value);
}
