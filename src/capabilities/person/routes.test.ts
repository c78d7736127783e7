import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAll } from '#platform/journal';
import { asOwner } from '#platform/testing';
import { type TestCounty, testCounty } from '#simulation/testing';
import { checkDigitOf } from './rules/id-number.ts';

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
afterAll(() => county.close());

const body = '99999919800229001';
const idNumber = body + checkDigitOf(body);
const phone = '15400001234';
const newPerson = { name: '王小明', sex: '1', bornOn: '1980-02-29', idNumber, phone };

const add = (person: 'eastAffairs' | 'secretary', payload: object) =>
  county.as(person, { method: 'POST', url: `/api/organizations/${county.organizations.willow}/people`, payload });
const open = (person: 'eastAffairs' | 'secretary', personId: string, payload: object) =>
  county.as(person, { method: 'POST', url: `/api/people/${personId}/openings`, payload });

test('a person is entered with sealed numbers and shown with masked ones', async () => {
  const reply = await add('eastAffairs', { ...newPerson, idNumber: idNumber.toLowerCase() });
  expect(reply.statusCode).toBe(200);
  expect(reply.json()).toMatchObject({ name: '王小明', idNumberMask: `999999********${idNumber.slice(-4)}`, phoneMask: '154****1234' });
  const { id } = reply.json();
  expect((await county.as('eastAffairs', { url: `/api/people/${id}` })).json().may).toEqual(['open']);
  expect((await county.as('secretary', { url: `/api/people/${id}` })).json().may).toEqual([]);
  const [row] = await asOwner<{ id_number_cipher: Buffer }>(county.owner, 'select id_number_cipher from person where id = $1', [id]);
  expect(county.services.keyring.for('id-number').open(row?.id_number_cipher ?? Buffer.alloc(0), id)).toBe(idNumber);
});

test('a value is opened one at a time for a reason, and the journal knows the reason but not the value', async () => {
  const { id } = (await add('eastAffairs', newPerson)).json();
  expect((await open('eastAffairs', id, { field: 'id-number', reason: '查' })).statusCode).toBe(400);
  const reply = await open('eastAffairs', id, { field: 'phone', reason: '电话核实流动去向' });
  expect(reply.json()).toEqual({ value: phone });
  await sealAll(county.db);
  const entries = await asOwner<{ kind: string; change: object }>(
    county.owner,
    'select kind, change from journal_entry where subject_id = $1 order by seal, position',
    [id],
  );
  expect(entries.map((entry) => entry.kind)).toEqual(['person.added', 'person.opened']);
  expect(entries[1]?.change).toEqual({ after: { field: 'phone', reason: '电话核实流动去向' } });
  expect(JSON.stringify(entries)).not.toContain(phone);
  expect(JSON.stringify(entries)).not.toContain(idNumber);
});

test('who may not open is denied, who may not see finds nothing', async () => {
  const { id } = (await add('eastAffairs', newPerson)).json();
  expect((await open('secretary', id, { field: 'phone', reason: '电话核实' })).statusCode).toBe(403);
  expect((await county.as('westAffairs', { url: `/api/people/${id}` })).statusCode).toBe(404);
  expect((await county.as('member', { url: `/api/people/${id}` })).statusCode).toBe(403);
});

test('a wrong number gets a sentence with the standard it rests on', async () => {
  const reply = await add('eastAffairs', { ...newPerson, bornOn: '1980-03-01' });
  expect(reply.statusCode).toBe(422);
  expect(reply.json()).toMatchObject({
    code: 'person.id-number-wrong',
    message: '身份证号里的出生日期 1980-02-29 与所填 1980-03-01 不一致。请核对后重填。',
    data: { article: 'GB 11643-1999《公民身份号码》（待核）' },
  });
  expect((await add('eastAffairs', { ...newPerson, phone: '12345' })).json().code).toBe('person.phone-wrong');
});

test('what was not entered cannot be opened', async () => {
  const { id } = (await add('eastAffairs', { name: '赵六', sex: '2', bornOn: '1990-01-01' })).json();
  expect((await open('eastAffairs', id, { field: 'phone', reason: '电话核实' })).json()).toMatchObject({ message: '没有登记手机号。' });
});
