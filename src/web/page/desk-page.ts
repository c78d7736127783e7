import type { ComponentType } from 'react';

/** The `$names` in a path: `/list/$id` has `id`. */
export type ParamsOf<Path extends string> = Path extends `${string}$${infer Name}/${infer Rest}`
  ? { [key in Name]: string } & ParamsOf<`/${Rest}`>
  : Path extends `${string}$${infer Name}`
    ? { [key in Name]: string }
    : unknown;

/** What a page is told: the names in its path, and the state that its address holds. */
export interface PageProps<Params = unknown, Search = unknown> {
  params: Params;
  search: Search;
  /** Change the address（改筛选条件）; `undefined` takes a word out of it. */
  setSearch(change: { [K in keyof Search]?: Search[K] | undefined }): void;
}

/** A page as the shell mounts it, its types forgotten. */
export interface DeskPage {
  path: string;
  title: string;
  /** which permissions open it: any of them; absent for everybody who is signed in */
  permissions: readonly string[];
  /** shown without header and menu, before anybody signed in */
  bare: boolean;
  search(words: Record<string, unknown>): Record<string, unknown>;
  load(): Promise<ComponentType<PageProps>>;
}

interface Declared<Path extends string, Search extends object> {
  path: Path;
  title: string;
  permissions?: readonly string[];
  bare?: boolean;
  /** what an address holds; one typed by hand must still open the page, so nothing here throws (`search.ts` has the readers) */
  search?(words: Record<string, unknown>): Search;
  /** `() => import('./XPage.tsx').then((m) => m.XPage)`: each page is a file of its own for the browser */
  load(): Promise<ComponentType<PageProps<ParamsOf<Path>, Search>>>;
}

/** Declare a page of the desk（工作端页面）: where it is, who may open it, what its address holds, and how it is loaded. */
export function deskPage<const Path extends string, Search extends object = object>(declared: Declared<Path, Search>): DeskPage {
  const { path, title, permissions = [], bare = false, search = () => ({}), load } = declared;
  // The shell hands every page what its own path and search reader produced; the compiler cannot follow that through a list.
  return { path, title, permissions, bare, search: search as DeskPage['search'], load: load as unknown as DeskPage['load'] };
}
