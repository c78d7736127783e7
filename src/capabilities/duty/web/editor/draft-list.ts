import { troubleOf } from '#web/api';
import type { DutyChange, DutyView } from '../../contract.ts';
import { duties } from '../queries.ts';

/** What the editor holds of one item beside the server's view of it. */
export interface Draft {
  duty: DutyView;
  /** changes that the server does not have yet; drawn over the view */
  mine: DutyChange;
  saving: 'no' | 'waiting' | 'now' | 'failed';
  /** somebody else changed the same fields meanwhile: theirs is in `duty`, mine in `mine`, and a person decides */
  conflict: boolean;
  error: unknown;
}

/** A line about what another editor did. */
export interface News {
  by: string;
  ordinals: number[];
  at: Date;
}

const pause = 1_200;
const differs = (left: unknown, right: unknown): boolean => JSON.stringify(left) !== JSON.stringify(right);

/**
 * The items of one list while somebody edits them（清单草稿）: local changes are drawn at once, saved a moment after the last key,
 * and never written over another editor's: where both touched the same field of the same item, a person is asked.
 */
export class DraftList {
  readonly listId: string;
  private drafts = new Map<string, Draft>();
  /** the view each unsaved change began from */
  private readonly bases = new Map<string, DutyView>();
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listeners = new Set<() => void>();
  private revision: number;
  private order: readonly string[] = [];
  private saved: Date | undefined;
  private told: News | undefined;
  private readonly ownSaves = new Set<string>();
  private counted = 0;
  /** called when clauses may have changed too */
  onStructure: () => void = () => undefined;

  constructor(listId: string, { revision, duties }: { revision: number; duties: readonly DutyView[] }) {
    this.listId = listId;
    this.revision = revision;
    for (const duty of duties) this.drafts.set(duty.id, { duty, mine: {}, saving: 'no', conflict: false, error: undefined });
    this.sort();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };
  draft = (id: string): Draft | undefined => this.drafts.get(id);
  /** Grows with every change that the screen should show. */
  version = (): number => this.counted;
  /** Ids in the list's order, removed ones left out. The same array as long as nothing moved. */
  ids = (): readonly string[] => this.order;
  lastSaved = (): Date | undefined => this.saved;
  news = (): News | undefined => this.told;
  /** `saving` while something is on its way; `failed` when a person must look. */
  condition = (): 'saved' | 'saving' | 'failed' => {
    const all = [...this.drafts.values()];
    if (all.some(({ saving, conflict }) => saving === 'failed' || conflict)) return 'failed';
    return all.some(({ saving }) => saving !== 'no') ? 'saving' : 'saved';
  };
  /** An item as it stands on the screen: the server's view with what was typed over it. */
  shown = (id: string): DutyView | undefined => {
    const draft = this.drafts.get(id);
    return draft && merged(draft);
  };

  /** Type into an item（修改）. */
  change(id: string, change: DutyChange): void {
    const draft = this.drafts.get(id);
    if (!draft) return;
    if (!this.bases.has(id)) this.bases.set(id, draft.duty);
    this.put(id, { ...draft, mine: { ...draft.mine, ...change }, saving: 'waiting', error: undefined });
    clearTimeout(this.timers.get(id));
    this.timers.set(
      id,
      setTimeout(() => void this.save(id), pause),
    );
  }

  /** Save one item now. */
  async save(id: string): Promise<void> {
    clearTimeout(this.timers.get(id));
    const draft = this.drafts.get(id);
    if (!draft || draft.saving === 'now' || draft.conflict || Object.keys(draft.mine).length === 0) return;
    const sent = draft.mine;
    const base = this.bases.get(id) ?? draft.duty;
    this.put(id, { ...draft, saving: 'now' });
    try {
      const duty = await duties.saveDuty.call({ dutyId: id, revision: base.revision, change: sent });
      this.settle(id, duty, sent);
    } catch (error) {
      if (troubleOf(error).kind === 'changed') await this.compare(id, base);
      else this.put(id, { ...(this.drafts.get(id) ?? draft), saving: 'failed', error });
    }
  }

  /** Save everything that waits, before leaving or submitting. */
  saveAll = async (): Promise<void> => {
    await Promise.all([...this.drafts].filter(([, { saving }]) => saving === 'waiting' || saving === 'failed').map(([id]) => this.save(id)));
  };

  /** Decide a conflict（两边都改过）: keep what I typed, or take theirs. */
  async decide(id: string, keep: 'mine' | 'theirs'): Promise<void> {
    const draft = this.drafts.get(id);
    if (!draft) return;
    if (keep === 'theirs') {
      this.bases.delete(id);
      this.put(id, { ...draft, mine: {}, saving: 'no', conflict: false, error: undefined });
      return;
    }
    this.bases.set(id, draft.duty);
    this.put(id, { ...draft, conflict: false, saving: 'waiting' });
    await this.save(id);
  }

  /** Take what the server answered to one of one's own actions. */
  take(answered: readonly DutyView[]): void {
    for (const duty of answered) {
      this.ownSaves.add(`${duty.id}:${duty.revision}`);
      this.place(duty);
    }
    this.saved = new Date();
    this.sort();
    this.tell();
  }

  /** Ask what others saved since（他人的保存）. @param all - also what moved without being saved itself */
  async refresh(all = false): Promise<void> {
    const answer = await duties.listDuties.call({ dutyListId: this.listId, ...(all ? {} : { since: this.revision }) });
    this.revision = answer.revision;
    if (all) {
      // A whole list names every item that stands: what it does not name was merged away or removed.
      const standing = new Set(answer.duties.map(({ id }) => id));
      for (const id of [...this.drafts.keys()]) if (!standing.has(id)) this.drafts.delete(id);
    } else if (answer.duties.length === 0) return;
    const others = answer.duties.filter(({ id, revision }) => {
      const known = this.drafts.get(id)?.duty.revision ?? 0;
      return revision > known && !this.ownSaves.has(`${id}:${revision}`);
    });
    for (const duty of answer.duties) this.place(duty);
    const [first] = others;
    if (first && !all) {
      this.told = { by: first.changedBy, ordinals: others.filter(({ removed }) => !removed).map(({ ordinal }) => ordinal), at: new Date() };
      this.onStructure();
    }
    this.sort();
    this.tell();
  }

  private async compare(id: string, base: DutyView): Promise<void> {
    await this.refresh().catch(() => undefined);
    const draft = this.drafts.get(id);
    if (!draft) return;
    const touched = (Object.keys(draft.mine) as (keyof DutyChange)[]).filter(
      (field) => differs(draft.duty[field], base[field]) && differs(draft.duty[field], draft.mine[field]),
    );
    if (touched.length > 0 || draft.duty.revision === base.revision) {
      this.put(id, { ...draft, saving: 'failed', conflict: true });
      return;
    }
    this.bases.set(id, draft.duty);
    this.put(id, { ...draft, saving: 'waiting' });
    await this.save(id);
  }

  private settle(id: string, duty: DutyView, sent: DutyChange): void {
    const now = this.drafts.get(id);
    if (!now) return;
    // What was typed while the request was on its way stays unsaved.
    const rest = Object.fromEntries(Object.entries(now.mine).filter(([field, value]) => value !== sent[field as keyof DutyChange])) as DutyChange;
    const more = Object.keys(rest).length > 0;
    if (more) this.bases.set(id, duty);
    else this.bases.delete(id);
    this.ownSaves.add(`${id}:${duty.revision}`);
    this.saved = new Date();
    this.put(id, { duty, mine: rest, saving: more ? 'waiting' : 'no', conflict: false, error: undefined });
    if (more)
      this.timers.set(
        id,
        setTimeout(() => void this.save(id), pause),
      );
  }

  private place(duty: DutyView): void {
    const known = this.drafts.get(duty.id);
    if (known && known.duty.revision > duty.revision) return;
    this.drafts.set(duty.id, known ? { ...known, duty } : { duty, mine: {}, saving: 'no', conflict: false, error: undefined });
  }

  private put(id: string, draft: Draft): void {
    this.drafts.set(id, draft);
    this.tell();
  }

  private sort(): void {
    const next = [...this.drafts.values()]
      .map(({ duty }) => duty)
      .filter(({ removed }) => !removed)
      .sort((left, right) => left.ordinal - right.ordinal)
      .map(({ id }) => id);
    if (differs(next, this.order)) this.order = next;
  }

  private tell(): void {
    this.counted += 1;
    for (const listener of this.listeners) listener();
  }
}

const shownOf = new WeakMap<Draft, DutyView>();

/** The same object for the same draft, so that a card is drawn again only when it changed. */
function merged(draft: Draft): DutyView {
  const known = shownOf.get(draft);
  if (known) return known;
  const view: DutyView = Object.keys(draft.mine).length === 0 ? draft.duty : { ...draft.duty, ...withoutUndefined(draft.mine) };
  shownOf.set(draft, view);
  return view;
}

const withoutUndefined = (change: DutyChange): Partial<DutyView> => Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
