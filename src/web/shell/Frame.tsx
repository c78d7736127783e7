import { Navigate, Outlet, useRouterState } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useKeys } from '#web/parts';
import { useMe } from '#web/session';
import { Header } from './Header.tsx';
import { Menu } from './Menu.tsx';
import { Opening } from './states.tsx';

const SearchDialog = lazy(() => import('./SearchDialog.tsx').then(({ SearchDialog }) => ({ default: SearchDialog })));

/** 外框: header, menu, and the page between them. */
export function Frame() {
  const me = useMe();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const [searching, setSearching] = useState(false);
  const [menuOpen, setMenuOpen] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another page closes the menu
  useEffect(() => setMenuOpen(false), [path]);
  const search = () => setSearching(true);
  useKeys({ 'Ctrl+K': search });

  if (me.next !== 'ready') return <Navigate to="/sign-in" search={{ resume: 'true' }} />;
  return (
    <div className="frame">
      <a className="skip-link" href="#main">
        跳到正文
      </a>
      <Header onSearch={search} menuOpen={menuOpen} onMenu={() => setMenuOpen(!menuOpen)} />
      <div className="frame-body">
        <Menu open={menuOpen} />
        <main id="main" tabIndex={-1}>
          <Suspense fallback={<Opening />}>
            <Outlet key={me.grant.id} />
          </Suspense>
        </main>
      </div>
      {searching && (
        <Suspense fallback={null}>
          <SearchDialog onClose={() => setSearching(false)} />
        </Suspense>
      )}
    </div>
  );
}
