import { useSyncExternalStore } from 'react';
import type { DraftList } from './draft-list.ts';

/** 保存情况: when the last save was, and what somebody else changed meanwhile. */
export function SavedAt({ list }: { list: DraftList }) {
  useSyncExternalStore(list.subscribe, list.version);
  const saved = list.lastSaved();
  const news = list.news();
  const words = { saving: '正在保存…', failed: '有内容没有保存，请看条目里的提示', saved: saved ? `已保存 ${clock(saved)}` : '' }[list.condition()];
  return (
    <span className="saved-at quiet" role="status">
      {news &&
        `${news.by} ${clock(news.at)} 改了${news.ordinals.length > 0 ? `第 ${news.ordinals.slice(0, 5).join('、')} 条` : '清单'}${news.ordinals.length > 5 ? '等' : ''} · `}
      {words}
    </span>
  );
}

const clock = (at: Date): string => at.toLocaleTimeString('zh-CN', { hour: '2-digit', minute: '2-digit', hour12: false, timeZone: 'Asia/Shanghai' });
