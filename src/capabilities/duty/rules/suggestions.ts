import { addYears } from '#kernel/day';
import type { Timing } from '#kernel/demand';
import { type DutyFacts, isEmpty, type Party } from './duty.ts';
import { type Likeness, likenessAmong } from './similarity.ts';
import { sameParty } from './structure.ts';
import { timingText } from './timing.ts';

/** A duty that was led, answered for and timed before（往年事项）, or stands complete in the list at hand. */
export interface Precedent extends Pick<DutyFacts, 'goal' | 'measures' | 'leads' | 'posts' | 'timing'> {
  ordinal: number;
  listTitle: string;
  /** null while its list has no year */
  year: number | null;
  /** of the list at hand */
  here: boolean;
}

export interface Wanting extends Pick<DutyFacts, 'goal' | 'measures' | 'leads' | 'posts' | 'timing'> {
  id: string;
  /** posts, leads or timing that are merely proposed may be suggested anew */
  proposed: readonly string[];
}

export interface Suggestion {
  dutyId: string;
  leads: (Party & { because: string })[];
  posts: { post: string; because: string }[];
  timings: { timing: Timing; because: string }[];
}

/** At least so alike is "such work"; at least so alike is "the same duty again". */
const similar = 0.2;
const same = 0.5;
const atMost = 3;
const considered = 12;

/**
 * Suggest what is missing（填写建议）from precedents: who led such work, which posts answered, last year's deadline a year on, and the rhythm that the
 * sentence itself names. Nothing is filled in; every suggestion says why.
 *
 * @param year - of the list at hand; last year's deadline is moved to it
 */
export function suggestionsFor(duties: readonly Wanting[], precedents: readonly Precedent[], year: number | null): Suggestion[] {
  const alike = likenessAmong(precedents.map(textOf));
  return duties.flatMap((duty) => {
    const wants = (field: 'leads' | 'posts' | 'timing') => isEmpty(duty[field]) || duty.proposed.includes(field);
    const found = alike(textOf(duty), similar).slice(0, considered);
    const suggestion: Suggestion = {
      dutyId: duty.id,
      leads: wants('leads') ? leadsFrom(found, precedents) : [],
      posts: wants('posts') ? postsFrom(found, precedents) : [],
      timings: wants('timing') ? [...timingsFrom(found, precedents, year), ...rhythmIn(textOf(duty))].slice(0, atMost) : [],
    };
    return suggestion.leads.length + suggestion.posts.length + suggestion.timings.length > 0 ? [suggestion] : [];
  });
}

const textOf = ({ goal, measures }: Pick<DutyFacts, 'goal' | 'measures'>): string => `${goal}\n${measures}`;

const whereOf = ({ here, listTitle, ordinal, goal }: Precedent): string => `${here ? '本清单' : `《${listTitle}》`}第 ${ordinal} 条“${goal.slice(0, 20)}”`;

function leadsFrom(found: readonly Likeness[], precedents: readonly Precedent[]): (Party & { because: string })[] {
  const weighed: { party: Party; weight: number; times: number; because: string }[] = [];
  for (const { index, likeness } of found) {
    const precedent = precedents[index];
    for (const party of precedent?.leads ?? []) {
      const known = weighed.find((entry) => sameParty(entry.party, party));
      if (known) Object.assign(known, { weight: known.weight + likeness, times: known.times + 1 });
      else if (precedent) weighed.push({ party, weight: likeness, times: 1, because: `${whereOf(precedent)}由其牵头` });
    }
  }
  weighed.sort((one, other) => other.weight - one.weight);
  return weighed.slice(0, atMost).map(({ party, times, because }) => ({ ...party, because: times > 1 ? `${because}，相近工作共 ${times} 条` : because }));
}

function postsFrom(found: readonly Likeness[], precedents: readonly Precedent[]): { post: string; because: string }[] {
  const reasons = new Map<string, string>();
  for (const { index } of found) {
    const precedent = precedents[index];
    for (const post of precedent?.posts ?? []) if (precedent && !reasons.has(post)) reasons.set(post, `${whereOf(precedent)}由其负责`);
  }
  return [...reasons].slice(0, atMost).map(([post, because]) => ({ post, because }));
}

function timingsFrom(found: readonly Likeness[], precedents: readonly Precedent[], year: number | null): { timing: Timing; because: string }[] {
  const suggested = new Map<string, { timing: Timing; because: string }>();
  for (const { index, likeness } of found) {
    const precedent = precedents[index];
    if (!precedent?.timing || likeness < same) continue;
    const timing = shifted(precedent.timing, year !== null && precedent.year !== null ? year - precedent.year : 0);
    const key = timingText(timing);
    if (!suggested.has(key)) suggested.set(key, { timing, because: `${whereOf(precedent)}的时限为${timingText(precedent.timing)}` });
  }
  return [...suggested.values()];
}

function shifted(timing: Timing, years: number): Timing {
  if (timing.kind === 'day') return { ...timing, day: addYears(timing.day, years) };
  if (timing.kind === 'stages') return { ...timing, stages: timing.stages.map((stage) => ({ ...stage, day: addYears(stage.day, years) })) };
  return { ...timing, until: timing.until === null ? null : addYears(timing.until, years) };
}

const rhythms = [
  ['monthly', /每个?月|按月|月度/],
  ['quarterly', /每个?季度?|按季|季度/],
  ['long-term', /常态化|长效|长期|持续|经常性/],
] as const;

function rhythmIn(text: string): { timing: Timing; because: string }[] {
  return rhythms.flatMap(([kind, words]) => {
    const word = words.exec(text)?.[0];
    return word === undefined ? [] : [{ timing: { kind, until: null }, because: `原文写有“${word}”` }];
  });
}
