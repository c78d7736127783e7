import { Navigate } from '@tanstack/react-router';
import { useMe } from '#web/session';
import { menu } from './menu.ts';

/** 首页: everybody lands on the first entry of the own menu, administrators on what they administer; who has none, on the own account. */
export function StartPage() {
  const { may } = useMe();
  const own = menu.filter(({ permission }) => may(permission));
  const first = own.find(({ path }) => path.startsWith('/admin/')) ?? own[0];
  return <Navigate to={first?.path ?? '/account'} replace />;
}
