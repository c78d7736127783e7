import { Navigate } from '@tanstack/react-router';
import { useMe } from '#web/session';
import { menu } from './menu.ts';

/** 首页: everybody lands on the first entry of the own menu; a member without one, on the own account. */
export function StartPage() {
  const { may } = useMe();
  const first = menu.find(({ permission }) => may(permission));
  return <Navigate to={first?.path ?? '/account'} replace />;
}
