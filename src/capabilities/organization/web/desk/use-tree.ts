import { useCallback, useEffect, useMemo, useState } from 'react';
import type { OrganizationView } from '../../contract.ts';
import { organizations } from '../queries.ts';
import { linesOf } from './tree.ts';

const pageSize = 200;

/** Children of one organization, all pages of them. */
async function childrenOf(organizationId: string): Promise<OrganizationView[]> {
  const rows: OrganizationView[] = [];
  for (let page = 1; ; page += 1) {
    const found = await organizations.listChildren.call({ organizationId, page, size: pageSize });
    rows.push(...found.rows);
    if (rows.length >= found.total || found.rows.length === 0) return rows;
  }
}

/**
 * The part of the tree that is open（已展开的组织树）; children are read when their parent is first opened.
 *
 * @param shown - ids to open from the start: those above what is chosen
 */
export function useTree(root: OrganizationView, shown: readonly string[]) {
  const [open, setOpen] = useState<ReadonlySet<string>>(() => new Set([root.id]));
  const [loaded, setLoaded] = useState<ReadonlyMap<string, readonly OrganizationView[]>>(new Map());
  const [failed, setFailed] = useState<unknown>();

  const load = useCallback(async (ids: readonly string[]) => {
    try {
      const found = await Promise.all(ids.map(async (id) => [id, await childrenOf(id)] as const));
      setLoaded((before) => new Map([...before, ...found]));
    } catch (error) {
      setFailed(error);
    }
  }, []);

  const expand = useCallback((ids: readonly string[]) => {
    setOpen((before) => new Set([...before, ...ids]));
  }, []);
  const collapse = (id: string) => setOpen((before) => new Set([...before].filter((one) => one !== id)));
  /** Show what was added below one: its own line is read again too, as a leaf that now has a child is drawn with an arrow. */
  const reload = (id: string) => {
    expand([id]);
    return load([id, ...[...loaded].flatMap(([parent, rows]) => (rows.some((row) => row.id === id) ? [parent] : []))]);
  };

  const key = shown.join();
  // biome-ignore lint/correctness/useExhaustiveDependencies: the words stand for the array
  useEffect(() => expand(shown), [key, expand]);
  useEffect(() => {
    const wanted = [...open].filter((id) => !loaded.has(id));
    if (wanted.length) void load(wanted);
  }, [open, loaded, load]);

  const lines = useMemo(() => linesOf(root, open, loaded), [root, open, loaded]);
  return { lines, expand, collapse, reload, failed };
}
