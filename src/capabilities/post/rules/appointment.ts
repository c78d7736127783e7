import { accept, type Decision, refuse } from '#kernel/decision';
import type { Title } from './words.ts';

const source = '夯基规则：一个职务同一天只有一名任职者';

/** A post and the last one who held it. */
export interface Seat {
  postId: string;
  last: { name: string; from: string; to: string | null } | null;
}

/** Titles of which a body may have several. */
const several: readonly Title[] = ['deputy-secretary'];

/**
 * Decide in which seat somebody is appointed（任职）: a vacant post of the title, else a new one where there is none yet or the title
 * may be held by several.
 *
 * @param from - the first day in office
 * @returns the post to hold, or null for a new post
 */
export function decideAppointment(title: Title, seats: readonly Seat[], from: string): Decision<string | null> {
  const vacant = seats.find(({ last }) => last === null || (last.to !== null && last.to <= from));
  if (vacant) return accept(vacant.postId);
  if (seats.length === 0 || several.includes(title)) return accept(null);
  const held = seats.find(({ last }) => last?.to === null);
  if (held?.last) return refuse('post.held', { name: held.last.name }, source);
  return refuse('post.days-out-of-order', {}, source);
}

/** Decide whether a holder may leave on a day（离任）: after the first day in office, and only where somebody holds the post. */
export function decideDeparture(holding: { from: string } | undefined, on: string): Decision<string> {
  if (!holding) return refuse('post.vacant', {}, source);
  if (on <= holding.from) return refuse('post.left-before-coming', { from: holding.from }, source);
  return accept(on);
}
