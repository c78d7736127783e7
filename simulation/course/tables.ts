import { createHash } from 'node:crypto';
import type { Cell, Table } from '../copy.ts';
import type { ComposedCounty } from '../county/compose.ts';
import { dayText } from '../days.ts';
import type { Proof } from './life.ts';
import type { Course, PlannedDuty, PlannedItem, PlannedList } from './lists.ts';

/** A file that many records share, already kept. */
export interface SharedFile {
  sha256: string;
  bytes: number;
}

/** Nine in the morning and a few minutes, in Shanghai: the minute keeps moves of one day in their order. */
const instant = (day: number, minute = 0): string =>
  `${dayText(day)} ${String(9 + Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}:00+08`;

/** The tables of a course in the order in which they may be written（清单、事项、任务、经过、佐证）. */
export function courseTables(county: ComposedCounty, { parties, lists }: Course, file: SharedFile): Table[] {
  const { tree } = county;
  const { root, officers, reviewer } = parties;
  const [officer] = officers;
  const path = root.path;
  const duties = lists.flatMap((list) => list.duties.map((duty) => ({ list, duty })));
  const items = duties.flatMap(({ list, duty }) => duty.items.map((item) => ({ list, duty, item })));
  const proofs = items.flatMap(({ list, item }) =>
    item.life.proofs.map((proof) => ({ list, item, proof, id: tree.id(), fileId: proof.kind === 'document' ? tree.id() : null })),
  );
  const speeches = lists.flatMap((list) => (list.speech ? [{ list, speech: list.speech }] : []));
  const clauses = speeches.flatMap(({ list, speech }) => speech.clauses.map((clause, position) => ({ list, speech, clause, position, id: tree.id() })));
  const clauseIds = new Map(clauses.map(({ clause, id }) => [clause, id]));
  const table = <Row>(name: string, columns: string, rows: Iterable<Row>, cells: (row: Row) => readonly Cell[]): Table => ({
    name,
    columns: ['county_id', ...columns.split(/\s+/)],
    rows: mapped(rows, (row) => [county.id, ...cells(row)]),
  });
  return [
    table(
      'duty_list',
      `id organization_id organization_name path title year state number created_by created_by_name created_at submitted_by submitted_by_name submitted_at
      reviewed_by reviewed_by_name reviewed_at issued_by issued_by_name issued_at`,
      lists,
      (list) => [
        ...[list.id, root.id, root.name, path, list.title, list.year, 'issued', list.number],
        ...[officer.id, officer.name, instant(list.issued - 6), officer.id, officer.name, instant(list.issued - 3)],
        ...[reviewer.id, reviewer.name, instant(list.issued - 1), officer.id, officer.name, instant(list.issued)],
      ],
    ),
    table(
      'duty',
      `id duty_list_id path ordinal goal measures target timing lead partners posts field criterion effect_days changed_by changed_by_name`,
      duties,
      ({ list, duty }) => [
        ...[duty.id, list.id, path, duty.ordinal, duty.goal, duty.measures, duty.target && { json: duty.target }, { json: duty.timing }],
        ...[{ json: partiesOf(duty.leads) }, { json: partiesOf(duty.partners) }, duty.posts, duty.field],
        ...[duty.effectDays === null ? '' : `${duty.effectDays} 天后回访，做法仍在坚持、群众认可`, duty.effectDays, officer.id, officer.name],
      ],
    ),
    table(
      'directive',
      'id organization_id path duty_list_id title kind issuer meeting issued_on year text sha256 received_by received_by_name received_at',
      speeches,
      ({ list, speech }) => [
        ...[speech.id, root.id, path, list.id, speech.title, 'speech', '县委组织部', speech.meeting, dayText(list.issued - 8), list.year, speech.text],
        ...[createHash('sha256').update(speech.text).digest('hex'), officer.id, officer.name, instant(list.issued - 7)],
      ],
    ),
    table(
      'section',
      'id directive_id path position level marker title span_start span_end title_start title_end',
      sectionsOf(speeches),
      ({ speech, section, position }) => [
        ...[tree.id(), speech.id, path, position, 1, section.marker, section.title, section.start, section.end],
        ...[section.titleStart, section.titleStart + section.title.length],
      ],
    ),
    table(
      'clause',
      'id directive_id duty_list_id path organization_id position kind heading span_start span_end text no_duty_reason settled_by settled_at received_on',
      clauses,
      ({ list, speech, clause, position, id }) => [
        ...[id, speech.id, list.id, path, root.id, position, clause.kind, clause.heading, clause.start, clause.end, clause.text, clause.reason],
        ...[clause.reason === null ? null : officer.id, clause.reason === null ? null : instant(list.issued - 5), dayText(list.issued - 7)],
      ],
    ),
    table(
      'duty_basis',
      'id duty_id duty_list_id path directive_id clause_id span_start span_end quote source heading',
      duties,
      ({ list, duty: { id, basis } }) => [
        ...[basis.id, id, list.id, path, basis.clause && (list.speech?.id ?? null), basis.clause && (clauseIds.get(basis.clause) ?? null)],
        ...[basis.clause?.start ?? null, basis.clause?.end ?? null, basis.quote, basis.source, basis.clause?.heading ?? []],
      ],
    ),
    table('list_grant', 'id organization_id path duty_list_id duty_id part from_day', grantsOf(duties), ({ list, duty, organizationId, part }) => [
      ...[tree.id(), organizationId, path, list.id, duty.id, part, dayText(list.issued)],
    ]),
    table('dispatch', 'id duty_list_id path choice state total done requested_by requested_at finished_at', lists, (list) => {
      const total = list.duties.reduce((sum, duty) => sum + duty.items.length, 0);
      const choice = { dutyIds: list.duties.map(({ id }) => id), receivers: { kinds: [], fields: [], forms: [], levels: [], named: [] } };
      return [list.dispatchId, list.id, path, { json: choice }, 'done', total, total, officer.id, instant(list.issued + 3), instant(list.issued + 3, 1)];
    }),
    table(
      'work_item',
      `id organization_id organization_name path number title origin_kind origin_id duty_list_id dispatch_id issuer_id issuer_name lead_ids lead_names posts field
      measures target timing criterion effect_days starts_on due_on checkpoint_on last_happened_on working judged revision dispatched_by dispatched_at
      accepted_by accepted_at submitted_by submitted_at submission verified_by verified_at written_off_by written_off_at`,
      items,
      ({ list, duty, item }) => itemCells(list, duty, item),
    ),
    table(
      'work_item_step',
      'id work_item_id path duty_list_id at actor_id actor_name actor_organization move working judged note',
      stepsOf(items),
      ({ list, item, step, minute }) => [
        ...[tree.id(), item.id, item.organization.path, list.id, instant(step.day, minute), step.actor.id, step.actor.name, step.actor.at.name],
        ...[step.move, step.working, step.judged, step.note],
      ],
    ),
    table(
      'attachment',
      'id organization_id path duty_list_id name media_type bytes sha256 uploaded_by uploaded_at',
      proofs.filter(({ fileId }) => fileId !== null),
      ({ list, item, proof, fileId }) => [
        ...[fileId, item.organization.id, item.organization.path, list.id, `${proof.title}.txt`, 'text/plain', file.bytes, file.sha256],
        ...[doerOf(item).id, instant(proof.recorded)],
      ],
    ),
    table(
      'evidence',
      'id work_item_id path duty_list_id kind title note happened_on recorded_at recorded_by recorder_name attachment_id beneficiary',
      proofs,
      ({ list, item, proof, id, fileId }) => [
        ...[id, item.id, item.organization.path, list.id, proof.kind, proof.title, noteOf(proof), dayText(proof.happened), instant(proof.recorded)],
        ...[doerOf(item).id, doerOf(item).name, fileId, proof.beneficiary],
      ],
    ),
  ];
}

const partiesOf = (parties: PlannedDuty['leads']) => parties.map(({ name, organization }) => ({ organizationId: organization?.id ?? null, name }));

function itemCells(list: PlannedList, duty: PlannedDuty, { id, organization, number, life }: PlannedItem): readonly Cell[] {
  const [dispatch] = life.steps;
  const leads = [...duty.leads, ...duty.partners].flatMap(({ organization: lead }) => lead?.id ?? []);
  const happened = life.proofs.map((proof) => proof.happened);
  const issuer = dispatch?.actor.at;
  const start = dayText(Math.min(list.issued + 3, duty.due));
  return [
    ...[id, organization.id, organization.name, organization.path, number, duty.goal, 'duty', duty.id, list.id, list.dispatchId],
    ...[issuer?.id ?? null, issuer?.name ?? null, leads, duty.leads.map(({ name }) => name).join('、'), duty.posts, duty.field],
    ...[duty.measures, duty.target && { json: duty.target }, { json: duty.timing }],
    ...[duty.effectDays === null ? '' : `${duty.effectDays} 天后回访，做法仍在坚持、群众认可`, duty.effectDays, start, dayText(duty.due), dayText(duty.due)],
    ...[happened.length > 0 ? dayText(Math.max(...happened)) : null, life.working, life.judged, life.steps.length],
    ...[dispatch?.actor.id ?? null, instant(dispatch?.day ?? list.issued)],
    ...[life.accepted?.actor.id ?? null, life.accepted && instant(life.accepted.day)],
    ...[life.submitted?.actor.id ?? null, life.submitted && instant(life.submitted.day), life.submission],
    ...[life.verified?.actor.id ?? null, life.verified && instant(life.verified.day)],
    ...[life.writtenOff?.actor.id ?? null, life.writtenOff && instant(life.writtenOff.day)],
  ];
}

/** Who records is who signed for the item. */
function doerOf({ life }: PlannedItem) {
  if (!life.accepted) throw new Error('an item without a doer has no evidence');
  return life.accepted.actor;
}

const noteOf = ({ kind, title }: Proof): string => (kind === 'confirmation' ? '情况属实，已经办到。' : `${title}，参加人员和议定事项已记入记录本。`);

function* sectionsOf(speeches: readonly { speech: NonNullable<PlannedList['speech']> }[]) {
  for (const { speech } of speeches) for (const [position, section] of speech.sections.entries()) yield { speech, section, position };
}

function* grantsOf(duties: readonly { list: PlannedList; duty: PlannedDuty }[]) {
  for (const { list, duty } of duties) {
    for (const [part, parties] of [
      ['lead', duty.leads],
      ['partner', duty.partners],
    ] as const) {
      for (const { organization } of parties) if (organization) yield { list, duty, organizationId: organization.id, part };
    }
  }
}

function* stepsOf(items: readonly { list: PlannedList; item: PlannedItem }[]) {
  for (const { list, item } of items) for (const [minute, step] of item.life.steps.entries()) yield { list, item, step, minute };
}

function* mapped<T, R>(source: Iterable<T>, change: (value: T) => R): Generator<R> {
  for (const value of source) yield change(value);
}
