import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useListEditor, useStable } from '#duty/desk';
import type { ClauseView, DirectiveView } from '../../queries.ts';
import { directives } from '../../queries.ts';

/** Everything that is open on the split editor's desk（转清单工作面）. */
export type Editor = ReturnType<typeof useEditor>;

/** Hold the split editor's state: the list as it is being written, and the clauses that its items rest on. */
export function useEditor(directive: DirectiveView, mayEdit: boolean) {
  const cache = useQueryClient();
  const { dutyListId, id: directiveId } = directive;
  const [clauses, setClauses] = useState<readonly ClauseView[]>(directive.clauseList);
  const [currentClause, setCurrentClause] = useState<string | undefined>();
  const readClauses = async () => setClauses(await directives.listClauses.call({ directiveId }));
  const { plainActions, run, reread, ...editor } = useListEditor(dutyListId, mayEdit, readClauses);
  const { setCurrent, remove } = plainActions;

  const make = (start: number, end: number, into?: string) =>
    run(async () => {
      const { dutyId } = await directives.makeDuty.call({ directiveId, start, end, ...(into ? { into } : {}) });
      await reread();
      setCurrent(dutyId);
    });

  const typeBeside = (page: number, text: string) =>
    run(async () => {
      const { dutyId } = await directives.typeClause.call({ directiveId, page, text });
      await reread();
      setCurrent(dutyId);
    });

  const settleClauses = (groups: readonly { clauseIds: string[]; reason: string }[]) =>
    run(async () => {
      for (const { clauseIds, reason } of groups) await directives.settleClauses.call({ directiveId, clauseIds, reason });
      await readClauses();
    });

  const reopenClause = (clauseId: string) =>
    run(async () => {
      await directives.reopenClauses.call({ directiveId, clauseIds: [clauseId] });
      await readClauses();
    });

  /** 不立项 for an item: it goes, and the sentences that only it rests on are marked with the reason. */
  const dropItem = async (id: string, reason: string) => {
    const own = clauses.filter(({ duties: resting }) => resting.length === 1 && resting[0] === id).map(({ id: clauseId }) => clauseId);
    if (await remove(id)) await (own.length > 0 ? settleClauses([{ clauseIds: own, reason }]) : undefined);
  };

  const setYear = async (year: number) => {
    const done = await plainActions.setYear(year);
    if (done) await cache.invalidateQueries({ queryKey: directives.readDirective.key() });
    return done;
  };

  const actions = useStable({ ...plainActions, make, typeBeside, settleClauses, reopenClause, dropItem, setYear, setCurrentClause });
  return { ...editor, clauses, currentClause, directive, actions };
}
