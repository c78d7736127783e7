import { useRouterState } from '@tanstack/react-router';
import { Go } from '#web/page';
import { useMe } from '#web/session';
import { menu } from './menu.ts';

/** 左侧菜单, by permissions. Narrow screens open it with the header's button. */
export function Menu({ open }: { open: boolean }) {
  const { may } = useMe();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const entries = menu.filter(({ permission }) => may(permission));

  return (
    <nav id="menu" className={open ? 'menu menu-open no-print' : 'menu no-print'} aria-label="主菜单">
      <ul>
        {entries.map((entry) => (
          <li key={entry.path}>
            <Go to={entry.path} className="menu-entry" aria-current={path === entry.path || path.startsWith(`${entry.path}/`) ? 'page' : undefined}>
              {entry.label}
            </Go>
          </li>
        ))}
        <li className="menu-phone">
          <a className="menu-entry" href="/m/">
            换到掌上端
          </a>
        </li>
      </ul>
    </nav>
  );
}
