import { useQuery, useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import type { DutyChange, DutyView, Suggestion } from '../../contract.ts';
import { duties } from '../queries.ts';
import { DraftList } from './draft-list.ts';
import { fillingsOf } from './filling.ts';

const pollEvery = 3_000;

/** What the items are narrowed to（筛选）. */
export interface Shown {
  onlyGaps: boolean;
  words: string;
}

/** What a person is asked before it is done. */
export type Asking = { what: 'split'; id: string } | { what: 'merge'; ids: readonly string[] };

/** Everything that is open on the desk of somebody who writes a list（清单编辑台）. */
export type ListEditor = Omit<ReturnType<typeof useListEditor>, 'plainActions' | 'run' | 'reread'>;

/**
 * Hold the state of a list that is being written: its items with their unsaved changes, what is selected and current, and the actions.
 * Actions tell the server first and draw its answer; typing is drawn first and saved a moment later.
 *
 * @param onStructure - read anew what hangs on the items, when items came, went or moved
 */
export function useListEditor(dutyListId: string, mayEdit: boolean, onStructure: () => Promise<void> = async () => {}) {
  const cache = useQueryClient();
  const { data: first } = useSuspenseQuery(duties.listDuties.queryOptions({ input: { dutyListId }, staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what others save later is read by the list itself; what is unsaved must not be lost
  const list = useMemo(() => new DraftList(dutyListId, first), [dutyListId]);
  const ids = useSyncExternalStore(list.subscribe, list.ids);

  const [current, setCurrent] = useState<string | undefined>();
  const [editing, setEditing] = useState<{ id: string; field: string } | undefined>();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const [removed, setRemoved] = useState<DutyView | undefined>();
  const [problem, setProblem] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [shown, setShown] = useState<Shown>({ onlyGaps: false, words: '' });
  const [asking, setAsking] = useState<Asking | undefined>();
  const queue = useRef<Promise<boolean>>(Promise.resolve(true));

  const suggested = useQuery({ ...duties.listSuggestions.queryOptions({ input: { dutyListId } }), enabled: mayEdit, staleTime: 30_000 });
  const suggestions = useMemo(() => new Map((suggested.data ?? []).map((one) => [one.dutyId, one])), [suggested.data]);

  list.onStructure = () => void onStructure().catch(() => undefined);

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
  /** After items came, went or moved: the whole list anew, and what hangs on it. */
  const reread = () => Promise.all([list.refresh(true), onStructure()]);

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

  const add = (change: DutyChange, article: string) =>
    run(async () => {
      const duty = await duties.addDuty.call({ dutyListId, change, article });
      await reread();
      setShown({ onlyGaps: false, words: '' });
      setCurrent(duty.id);
      setEditing({ id: duty.id, field: 'measures' });
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

  const setYear = (year: number) =>
    run(async () => {
      await duties.setYear.call({ dutyListId, year });
      await list.refresh(true);
    });

  const toggle = (id: string) =>
    setSelected((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });

  const plainActions = {
    fill,
    acceptSuggestions,
    confirm,
    add,
    merge,
    split,
    move,
    remove,
    restore,
    setYear,
    toggle,
    setCurrent,
    setSelected,
    setShown,
    askMerge: (dutyIds: readonly string[]) => setAsking({ what: 'merge', ids: ids.filter((id) => dutyIds.includes(id)) }),
    askSplit: (id: string) => setAsking({ what: 'split', id }),
    askNothing: () => setAsking(undefined),
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
  const actions = useStable(plainActions);

  return { list, ids, current, editing, selected, removed, problem, busy, shown, asking, suggestions, mayEdit, actions, plainActions, run, reread };
}

/** One object for the whole life of the page（不变的动作集）, so that cards are drawn again only for their own sake. */
export function useStable<Actions extends object>(actions: Actions): Actions {
  const latest = useRef(actions);
  latest.current = actions;
  const [stable] = useState(() => new Proxy({} as Actions, { get: (_, name) => Reflect.get(latest.current, name) }));
  return stable;
}

/** Ids of the items that the filters leave, in the list's order. */
export function shownIds({ list, ids, shown: { onlyGaps, words } }: Pick<ListEditor, 'list' | 'ids' | 'shown'>): string[] {
  return ids.filter((id) => {
    const duty = list.shown(id);
    if (!duty) return false;
    if (onlyGaps && duty.gaps.length === 0 && duty.proposed.length === 0) return false;
    return words === '' || [duty.goal, duty.measures, ...duty.leads.map(({ name }) => name)].some((text) => text.includes(words));
  });
}
