import { directivesOfLists } from '#directive';
import { allDutyLists, listsNaming, listsOf, listViews } from '#duty';
import { rangeOf } from '#kernel/scope';
import type { Context } from '#platform/http';
import { countByChild, toVerifyByList, waitingCounts } from '#work-item';
import type { Workbench } from './contract.ts';

const newest = 8;
const reviews = 20;
const children = 50;

/** Gather what waits for the caller（工作台）: a handful of statements over published queries, none of them per row. */
export async function workbenchOf({ db, actor, path }: Context, organizationId: string, today: string): Promise<Workbench> {
  const waiting = await waitingCounts(db, actor, today);
  const counted = await countByChild(db, organizationId, { worstFirst: true, page: 1, size: children }, today);
  return {
    ...waiting,
    listsToReview: await listsToReview({ db, actor, path }),
    recentLists: await recentLists({ db, actor, path }),
    lampsByChild: counted.map(({ organizationId, name, normal, near, overdue, notStarted }) => ({ organizationId, name, normal, near, overdue, notStarted })),
    ledLists: await ledLists({ db, actor }),
  };
}

type Here = Pick<Context, 'db' | 'actor' | 'path'>;

/** Lists that somebody else submitted（待审核清单）; nobody reviews one's own. */
async function listsToReview({ db, actor, path }: Here): Promise<Workbench['listsToReview']> {
  if (!actor.permissions.has('duty.review')) return [];
  const lists = await allDutyLists(db, rangeOf(path))
    .where('state', '=', 'in-review')
    .where('submitted_by', '<>', actor.id)
    .orderBy('submitted_at')
    .limit(reviews)
    .execute();
  return lists.map(({ id, title, submitted_by_name }) => ({ id, title, submittedBy: submitted_by_name ?? '' }));
}

async function recentLists({ db, actor, path }: Here): Promise<Workbench['recentLists']> {
  if (!actor.permissions.has('duty.read')) return [];
  const lists = await allDutyLists(db, rangeOf(path)).orderBy('created_at', 'desc').limit(newest).execute();
  const texts = await directivesOfLists(
    db,
    lists.map(({ id }) => id),
  );
  return (await listViews(db, lists, actor)).map(({ id, title, state, number, duties, withGaps, items, writtenOff }) => ({
    id,
    directiveId: texts.get(id) ?? null,
    title,
    state,
    number,
    duties,
    withGaps,
    items,
    writtenOff,
  }));
}

/** Issued lists that name the caller's organization（牵头、配合清单）, with what waits there for its verification. */
async function ledLists({ db, actor }: Omit<Here, 'path'>): Promise<Workbench['ledLists']> {
  if (actor.lists.length === 0) return [];
  const named = await listsNaming(db, actor.organizationId).execute();
  const lists = await listsOf(db, actor.lists);
  const waiting = await toVerifyByList(db, actor);
  return lists.map(({ id, title, number }) => ({
    id,
    title,
    number,
    part: named.find(({ duty_list_id }) => duty_list_id === id)?.part ?? 'partner',
    toVerify: waiting.get(id) ?? 0,
  }));
}
