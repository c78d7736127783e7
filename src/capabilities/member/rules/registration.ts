import { addYears } from '#kernel/day';
import { accept, type Decision, refuse } from '#kernel/decision';
import type { MemberKind } from './words.ts';

const article8 = '《中国共产党章程》第八条（条号待核）';
const article1 = '《中国共产党章程》第一条：年满十八岁（条号待核）';
const leastAge = 18;
/** The charter in force says so since its adoption; who joined before is judged by the charter of his day. */
const charterDay = '1982-09-06';
const probation = '《中国共产党发展党员工作细则》（预备期）';

/** The branch a member is to be entered in, and the membership the person has, if any. */
export interface Circumstances {
  isBranch: boolean;
  /** the person's name, for the sentence */
  name: string;
  isActiveMember: boolean;
  /** the day of birth in the person's record, and the day of asking */
  bornOn: string;
  today: string;
}

export interface Registration {
  kind: MemberKind;
  joinedOn: string;
  /** the day probation ended; absent for probationary members */
  fullOn: string | null;
}

/**
 * Decide whether a membership may be entered（登记党员）: in a branch, one at a time, full only with the day of becoming so.
 *
 * @source 《中国共产党章程》第八条：每个党员都必须编入党的一个支部
 */
export function decideRegistration(around: Circumstances, { kind, joinedOn, fullOn }: Registration): Decision<Registration> {
  if (!around.isBranch) return refuse('member.not-a-branch', {}, article8);
  if (around.isActiveMember) return refuse('member.already-active', { name: around.name }, article8);
  const last = kind === 'full' && fullOn !== null && fullOn > joinedOn ? fullOn : joinedOn;
  if (last > around.today) return refuse('member.day-in-future', { day: last }, '夯基规则：登记已经发生的事');
  if (joinedOn >= charterDay && joinedOn < addYears(around.bornOn, leastAge))
    return refuse('member.too-young', { age: leastAge, bornOn: around.bornOn }, article1);
  if (kind === 'probationary') return accept({ kind, joinedOn, fullOn: null });
  if (fullOn === null) return refuse('member.full-day-missing', {}, probation);
  if (fullOn < joinedOn) return refuse('member.days-out-of-order', {}, probation);
  return accept({ kind, joinedOn, fullOn });
}
