import type { ReactNode } from 'react';
import './account.css';

/** 登录前的页面: the name on the brand, and one panel. */
export function Bare({ title, simulated, wide = false, children }: { title: string; simulated: boolean; wide?: boolean; children: ReactNode }) {
  return (
    <div className="bare">
      <title>{`${title} · 夯基`}</title>
      <header className="bare-head on-brand">
        <p className="bare-name">夯基</p>
        <p>基层党建任务闭环</p>
        {simulated && <span className="header-simulated">模拟数据</span>}
      </header>
      <main className={wide ? 'bare-body bare-wide' : 'bare-body'}>
        <h1>{title}</h1>
        {children}
      </main>
    </div>
  );
}
