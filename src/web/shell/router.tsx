import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import type { ComponentType, ReactNode } from 'react';
import { type DeskPage, type PageProps, queryText, queryWords } from '#web/page';
import { useMe } from '#web/session';
import { Frame } from './Frame.tsx';
import { pages } from './pages.ts';
import { StartPage } from './StartPage.tsx';
import { Denied, Failed, Missing, Opening } from './states.tsx';

const root = createRootRoute({ component: Outlet, notFoundComponent: Missing });
const frame = createRoute({ getParentRoute: () => root, id: 'frame', component: Frame });
const start = createRoute({ getParentRoute: () => frame, path: '/', component: StartPage });

const routeOf = (page: DeskPage) =>
  createRoute({
    getParentRoute: () => (page.bare ? root : frame),
    path: page.path,
    validateSearch: page.search,
    component: lazyRouteComponent(() => page.load().then((component) => ({ default: placed(component, page.permissions) }))),
  });

/** Hand a page what its address holds, if the role one works in opens it. */
function placed(Page: ComponentType<PageProps>, permissions: readonly string[]): ComponentType {
  return function Placed() {
    const params: Record<string, string> = useParams({ strict: false });
    const search: Record<string, unknown> = useSearch({ strict: false });
    const navigate = useNavigate();
    const setSearch = (change: Record<string, unknown>) =>
      void navigate({ href: `${location.pathname}${queryText({ ...search, ...change })}`, replace: true, resetScroll: false });
    const page = <Page params={params} search={search} setSearch={setSearch} />;
    return permissions.length === 0 ? page : <Permitted permissions={permissions}>{page}</Permitted>;
  };
}

/** The server decides over every answer; this spares people a form that they could not send. */
function Permitted({ permissions, children }: { permissions: readonly string[]; children: ReactNode }) {
  const { may } = useMe();
  return permissions.some(may) ? children : <Denied />;
}

const routes = pages.map(routeOf);
const bare = routes.filter((_, index) => pages[index]?.bare);
const framed = routes.filter((_, index) => !pages[index]?.bare);

export const router = createRouter({
  routeTree: root.addChildren([frame.addChildren([start, ...framed]), ...bare]),
  parseSearch: queryWords,
  stringifySearch: queryText,
  defaultPendingComponent: Opening,
  defaultErrorComponent: Failed,
  defaultNotFoundComponent: Missing,
  defaultPreload: false,
  scrollRestoration: true,
});
