import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { type DutyChange, type DutyView, duties, type Suggestion } from '#duty/desk';
import { useMe } from '#web/session';
import type { ClauseView, DirectiveView } from '../../queries.ts';
import { directives } from '../../queries.ts';
import { DraftList } from './draft-list.ts';
import { fillingsOf } from './filling.ts';

const pollEvery = 3_000;

/** Everything that is open on the editor's desk（转清单工作面）. */
export type Editor = ReturnType<typeof useEditor>;

/**
 * Hold the split editor's state: the list with its unsaved changes, the clauses, what is selected and current, and the actions.
 * Actions tell the server first and draw its answer; typing is drawn first and saved a moment later.
 */
export function useEditor(directive: DirectiveView, mayEdit: boolean) {
  const cache = useQueryClient();
  const { organizationId } = useMe();
  const { dutyListId, id: directiveId } = directive;
  const { data: first } = useSuspenseQuery(duties.listDuties.queryOptions({ input: { dutyListId }, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }));
  const list = useMemo(() => new DraftList(dutyListId, first), [dutyListId, first]);
  const ids = useSyncExternalStore(list.subscribe, list.ids);

  const [clauses, setClauses] = useState<readonly ClauseView[]>(directive.clauseList);
  const [current, setCurrent] = useState<string | undefined>();
  const [currentClause, setCurrentClause] = useState<string | undefined>();
  const [editing, setEditing] = useState<{ id: string; field: string } | undefined>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [removed, setRemoved] = useState<DutyView | undefined>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const queue = useRef<Promise<boolean>>(Promise.resolve(true));

  const suggested = useQuery({ ...duties.listSuggestions.queryOptions({ input: { dutyListId } }), enabled: mayEdit, staleTime: 30_000 });
  const suggestions = useMemo(() => new Map((suggested.data ?? []).map((one) => [one.dutyId, one])), [suggested.data]);

  const readClauses = async () => setClauses(await directives.listClauses.call({ directiveId }));
  list.onStructure = () => void readClauses().catch(() => undefined);

  useEffect(() => {
    if (!mayEdit) return;
    const timer = setInterval(() => {
      if (!document.hidden) void list.refresh().catch(() => undefined);
    }, pollEvery);
    const warn = (event: BeforeUnloadEvent) => {
      if (list.condition() !== 'saved') event.preventDefault();
    };
    addEventListener('beforeunload', warn);
    return () => {
      clearInterval(timer);
      removeEventListener('beforeunload', warn);
      void list.saveAll();
    };
  }, [list, mayEdit]);

  /** Do one thing on the server, after what was asked before it; a refusal is shown above the items. */
  const run = (act: () => Promise<void>): Promise<boolean> => {
    const turn = queue.current.then(() => perform(act));
    queue.current = turn;
    return turn;
  };
  const perform = async (act: () => Promise<void>): Promise<boolean> => {
    setBusy(true);
    try {
      await list.saveAll();
      await act();
      setProblem(undefined);
      void cache.invalidateQueries({ queryKey: duties.listSuggestions.key() });
      void cache.invalidateQueries({ queryKey: duties.readDutyList.key({ input: { dutyListId } }) });
      return true;
    } catch (error) {
      setProblem(error);
      return false;
    } finally {
      setBusy(false);
    }
  };
  /** After items came, went or moved: the whole list anew, and where each clause stands. */
  const reread = () => Promise.all([list.refresh(true), readClauses()]);

  const fill = (dutyIds: readonly string[], change: DutyChange, overwrite: boolean) =>
    run(async () => list.take(await duties.fillDuties.call({ dutyListId, dutyIds: [...dutyIds], change, overwrite })));

  const acceptSuggestions = (dutyIds: readonly string[]) =>
    run(async () => {
      const wanted = dutyIds.flatMap((id): [DutyView, Suggestion][] => {
        const duty = list.shown(id);
        const suggestion = suggestions.get(id);
        return duty && suggestion ? [[duty, suggestion]] : [];
      });
      for (const { dutyIds: group, change } of fillingsOf(wanted)) {
        list.take(await duties.fillDuties.call({ dutyListId, dutyIds: group, change, overwrite: false }));
      }
    });

  const confirm = (dutyIds: readonly string[]) =>
    run(async () => {
      const open = dutyIds.filter((id) => list.shown(id)?.proposed.length);
      if (open.length > 0) list.take(await duties.confirmDuties.call({ dutyListId, dutyIds: open }));
    });

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

  const merge = (dutyIds: readonly string[]) =>
    run(async () => {
      const duty = await duties.mergeDuties.call({ dutyListId, dutyIds: [...dutyIds] });
      await reread();
      setSelected(new Set());
      setCurrent(duty.id);
    });

  const split = (duty: DutyView, parts: readonly { goal: string; measures: string }[]) =>
    run(async () => {
      const made = await duties.splitDuty.call({ dutyId: duty.id, revision: list.shown(duty.id)?.revision ?? duty.revision, parts: [...parts] });
      await reread();
      setCurrent(made[0]?.id);
    });

  const move = (id: string, by: -1 | 1) =>
    run(async () => {
      const order = list.ids();
      const at = order.indexOf(id);
      const after = by === -1 ? (order[at - 2] ?? null) : order[at + 1];
      if (at < 0 || after === undefined || (by === -1 && at === 0)) return;
      await duties.moveDuty.call({ dutyId: id, after });
      await list.refresh(true);
    });

  const remove = (id: string) =>
    run(async () => {
      const duty = list.shown(id);
      if (!duty) return;
      const order = list.ids();
      const next = order[order.indexOf(id) + 1] ?? order[order.indexOf(id) - 1];
      list.take([await duties.removeDuty.call({ dutyId: id, revision: duty.revision })]);
      setSelected((before) => new Set([...before].filter((one) => one !== id)));
      setRemoved(duty);
      setCurrent(next);
      await reread();
    });

  const restore = () =>
    run(async () => {
      if (!removed) return;
      list.take([await duties.restoreDuty.call({ dutyId: removed.id })]);
      await reread();
      setCurrent(removed.id);
      setRemoved(undefined);
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

  const setYear = (year: number) =>
    run(async () => {
      await duties.setYear.call({ dutyListId, year });
      await list.refresh(true);
      await cache.invalidateQueries({ queryKey: directives.readDirective.key() });
    });

  const toggle = (id: string) =>
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  const actions = {
    fill,
    acceptSuggestions,
    confirm,
    make,
    typeBeside,
    merge,
    split,
    move,
    remove,
    restore,
    settleClauses,
    reopenClause,
    dropItem,
    setYear,
    toggle,
    setCurrent,
    setCurrentClause,
    setSelected,
    edit: (id: string, field: string) => {
      setCurrent(id);
      setEditing({ id, field });
    },
    stopEditing: () => {
      if (editing) void list.save(editing.id);
      setEditing(undefined);
    },
    forgetRemoved: () => setRemoved(undefined),
    forgetProblem: () => setProblem(undefined),
  };
  // One object for the whole life of the page, so that cards are drawn again only for their own sake.
  const latest = useRef(actions);
  latest.current = actions;
  const [stable] = useState(() => stableOver(latest));

  return {
    list,
    ids,
    clauses,
    current,
    currentClause,
    editing,
    selected,
    removed,
    problem,
    busy,
    suggestions,
    organizationId,
    mayEdit,
    directive,
    actions: stable,
  };
}

function stableOver<Actions extends object>(latest: { current: Actions }): Actions {
  return new Proxy({} as Actions, { get: (_, name) => Reflect.get(latest.current, name) });
}
