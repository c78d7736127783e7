import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sealAll } from '#platform/journal';
import { asOwner } from '#platform/testing';
import type { SmallOrganization, SmallPerson } from '#simulation';
import { type TestCounty, testCounty } from '#simulation/testing';

let county: TestCounty;
beforeAll(async () => {
  county = await testCounty();
});
afterAll(() => county.close());

/** A form with one file, as a browser sends it. */
async function upload(person: SmallPerson, organization: SmallOrganization, name: string, content: string) {
  const form = new FormData();
  form.set('file', new File([content], name));
  const request = new Request('http://localhost', { method: 'POST', body: form });
  return county.as(person, {
    method: 'POST',
    url: `/api/organizations/${county.organizations[organization]}/attachments`,
    headers: { 'content-type': request.headers.get('content-type') ?? '' },
    payload: Buffer.from(await request.arrayBuffer()),
  });
}

const text = '%PDF-1.7\n会议纪要\n%%EOF\n';
const pdf = Buffer.from(text);

test('a file is kept under its digest and comes back as it was, to be saved', async () => {
  const reply = await upload('secretary', 'willow', '纪要.pdf', text);
  expect(reply.statusCode).toBe(200);
  const kept = reply.json();
  expect(kept).toMatchObject({ name: '纪要.pdf', mediaType: 'application/pdf', bytes: pdf.length, sha256: createHash('sha256').update(pdf).digest('hex') });

  const download = await county.as('secretary', { url: `/api/attachments/${kept.id}/content` });
  expect(download.statusCode).toBe(200);
  expect(download.rawPayload.equals(pdf)).toBe(true);
  expect(download.headers['content-type']).toBe('application/pdf');
  expect(download.headers['content-disposition']).toMatch(/^attachment; .*filename\*=utf-8''%E7%BA%AA%E8%A6%81\.pdf/);
  expect(download.headers['x-content-type-options']).toBe('nosniff');

  await sealAll(county.db);
  const entries = await asOwner<{ path: string }>(county.owner, `select path from journal_entry where kind = 'attachment.uploaded' and subject_id = $1`, [
    kept.id,
  ]);
  expect(entries).toEqual([{ path: '001001001' }]);
});

test.for([
  ['空.pdf', '', 'attachment.empty', /“空\.pdf”是空文件/],
  ['半.pdf', '%PDF-1.7 cut', 'attachment.torn', /不完整或已损坏/],
  ['程序.pdf', 'MZ\u0000\u0001', 'attachment.kind-not-accepted', /不是可接收的类型（PDF、PNG 图片/],
] as const)('%s is refused with a sentence, and nothing is kept', async ([name, content, code, sentence]) => {
  const before = await asOwner(county.owner, 'select count(*)::int as files from attachment');
  const reply = await upload('secretary', 'willow', name, content);
  expect(reply.json().code).toBe(code);
  expect(reply.json().message).toMatch(sentence);
  expect(reply.statusCode).toBe(code === 'attachment.kind-not-accepted' ? 415 : 422);
  expect(await asOwner(county.owner, 'select count(*)::int as files from attachment')).toEqual(before);
});

test('a file of another subtree answers like an unknown one, and a member brings none', async () => {
  const kept = (await upload('bridgeSecretary', 'bridge', '村规.txt', '村规民约')).json();
  const outside = await county.as('eastAffairs', { url: `/api/attachments/${kept.id}/content` });
  expect(outside.statusCode).toBe(404);
  expect((await county.as('department', { url: `/api/attachments/${kept.id}/content` })).statusCode).toBe(200);
  expect((await upload('member', 'willow', 'a.txt', '内容')).statusCode).toBe(403);
  expect((await upload('secretary', 'bridge', 'a.txt', '内容')).statusCode).toBe(404);
});

test('the same bytes brought twice lie on disk once', async () => {
  const both = [await upload('secretary', 'willow', 'a.txt', '同一份材料'), await upload('bridgeSecretary', 'bridge', 'b.txt', '同一份材料')];
  const [one, other] = both.map((reply) => reply.json());
  expect(one.sha256).toBe(other.sha256);
  expect(one.id).not.toBe(other.id);
});
