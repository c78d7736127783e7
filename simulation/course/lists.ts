import type { Target, Timing } from '#kernel/demand';
import type { ComposedCounty } from '../county/compose.ts';
import type { Planned } from '../county/tree.ts';
import { dayNumber, dayText } from '../days.ts';
import { running } from '../words/course.ts';
import type { Demand, Receivers } from '../words/demand.ts';
import { type Ending, type Life, lastYear, live, thisYear } from './life.ts';
import { Parties } from './parties.ts';
import { type PlannedClause, type Speech, writeSpeech } from './speech.ts';

export interface PlannedDuty {
  id: string;
  ordinal: number;
  goal: string;
  measures: string;
  target: Target | null;
  timing: Timing;
  leads: { name: string; organization: Planned | null }[];
  partners: { name: string; organization: Planned | null }[];
  posts: readonly string[];
  field: string;
  effectDays: number | null;
  due: number;
  basis: { id: string; clause: PlannedClause | null; quote: string; source: string };
  items: PlannedItem[];
}

export interface PlannedItem {
  id: string;
  organization: Planned;
  number: string;
  life: Life;
}

/** A list that was issued and sent down, with what became of it（责任清单及其经过）. */
export interface PlannedList {
  id: string;
  title: string;
  number: string;
  year: number;
  issued: number;
  dispatchId: string;
  speech: (Speech & { id: string }) | null;
  duties: PlannedDuty[];
}

export interface Course {
  parties: Parties;
  lists: PlannedList[];
}

/** Compose last year's list with its whole course, and what runs this year already. */
export function composeCourse(county: ComposedCounty, today: string): Course {
  const parties = new Parties(county);
  return { parties, lists: [lastYearsList(county, parties, today), runningList(county, parties, today)] };
}

function lastYearsList(county: ComposedCounty, parties: Parties, today: string): PlannedList {
  const { tree } = county;
  const year = Number(today.slice(0, 4)) - 1;
  const speech = writeSpeech(year);
  const list: PlannedList = {
    id: tree.id(),
    title: `${year}年基层党建工作责任清单`,
    number: `组清〔${year}〕1号`,
    year,
    issued: dayNumber(`${year}-02-14`),
    dispatchId: tree.id(),
    speech: { ...speech, id: tree.id() },
    duties: [],
  };
  for (const clause of speech.clauses) {
    if (!clause.demand) continue;
    const { demand } = clause;
    const timing = timingOf(demand, year);
    addDuty(county, parties, list, { ...demand, timing, due: dueOf(timing, year), target: demand.target ?? null }, clause, today, (index) =>
      county.tree.random.fork(`course/${clause.start}/${index}`).weighted(lastYear),
    );
  }
  return list;
}

function runningList(county: ComposedCounty, parties: Parties, today: string): PlannedList {
  const year = Number(today.slice(0, 4));
  const now = dayNumber(today);
  const list: PlannedList = {
    id: county.tree.id(),
    title: `${year}年${running.title}`,
    number: `组清〔${year}〕1号`,
    year,
    issued: now - 48,
    dispatchId: county.tree.id(),
    speech: null,
    duties: [],
  };
  for (const demand of running.demands) {
    const timing: Timing = { kind: 'day', day: dayText(now + demand.dueIn) };
    addDuty(county, parties, list, { ...demand, timing, due: now + demand.dueIn, target: null }, null, today, (index, organization) =>
      parties.doerOf(organization)?.key ? 'accepted' : county.tree.random.fork(`running/${demand.goal}/${index}`).weighted(thisYear),
    );
  }
  return list;
}

interface Wanted {
  goal: string;
  measures: string;
  leads: readonly string[];
  partners?: readonly string[];
  posts: readonly string[];
  field: string;
  timing: Timing;
  due: number;
  target: Target | null;
  effectDays?: number;
  to: Receivers;
  proofs: readonly string[];
}

function addDuty(
  { tree }: ComposedCounty,
  parties: Parties,
  list: PlannedList,
  wanted: Wanted,
  clause: PlannedClause | null,
  today: string,
  endingOf: (index: number, organization: Planned) => Ending,
): void {
  const named = (names: readonly string[]) => names.map((name) => ({ name, organization: parties.leadOf(name) }));
  const ordinal = list.duties.length + 1;
  const duty: PlannedDuty = {
    id: tree.id(),
    ordinal,
    goal: wanted.goal,
    measures: wanted.measures,
    target: wanted.target,
    timing: wanted.timing,
    leads: named(wanted.leads),
    partners: named(wanted.partners ?? []),
    posts: wanted.posts,
    field: wanted.field,
    effectDays: wanted.effectDays ?? null,
    due: wanted.due,
    basis: { id: tree.id(), clause, quote: clause?.text ?? `${wanted.goal}：${wanted.measures}。`, source: list.speech?.title ?? '县委常委会年度工作安排' },
    items: [],
  };
  list.duties.push(duty);
  const lead = parties.leadAccount(duty.leads[0]?.organization ?? null);
  const random = tree.random.fork(`lives/${list.year}/${ordinal}`);
  const start = Math.min(list.issued + 3, wanted.due);
  for (const [index, organization] of parties.receivers(wanted.to).entries()) {
    const doer = parties.doerOf(organization);
    const above = parties.judgeOf(organization);
    const preferred = lead && lead !== doer && random.chance(0.4) ? lead : above;
    const judge = preferred === doer ? parties.officers[0] : preferred;
    const frame = {
      random,
      issuers: parties.officers,
      doer,
      judge,
      start,
      due: wanted.due,
      today: dayNumber(today),
      // What runs this year was finished early, or not yet.
      window: list.speech ? 12 : wanted.due - start - 6,
      records: wanted.timing.kind === 'monthly' ? 4 : wanted.timing.kind === 'quarterly' || wanted.timing.kind === 'stages' ? 3 : random.between(1, 2),
      proofs: wanted.proofs,
      hasEffect: duty.effectDays !== null,
    };
    const number = `${list.number}-${String(ordinal).padStart(2, '0')}-${String(index + 1).padStart(4, '0')}`;
    duty.items.push({ id: tree.id(), organization, number, life: live(frame, endingOf(index, organization)) });
  }
}

function timingOf({ timing }: Demand, year: number): Timing {
  if (typeof timing === 'string') return { kind: timing, until: null };
  if ('day' in timing) return { kind: 'day', day: `${year}-${timing.day}` };
  return { kind: 'stages', stages: timing.stages.map(([day, goal]) => ({ day: `${year}-${day}`, goal })) };
}

function dueOf(timing: Timing, year: number): number {
  if (timing.kind === 'day') return dayNumber(timing.day);
  if (timing.kind === 'stages') return dayNumber(timing.stages.at(-1)?.day ?? `${year}-12-31`);
  return dayNumber(`${year}-12-31`);
}
