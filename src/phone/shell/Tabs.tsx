import { Link } from '#phone/place';

/** 底部导航: two places are enough. */
export const Tabs = ({ at }: { at: 'todo' | 'me' }) => (
  <nav className="tabs" aria-label="主导航">
    <Link to="/m/todo" current={at === 'todo'}>
      待办
    </Link>
    <Link to="/m/me" current={at === 'me'}>
      我的
    </Link>
  </nav>
);
