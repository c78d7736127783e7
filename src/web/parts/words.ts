import { dayOf } from '#kernel/day';

/** `2026-08-31` → `2026年8月31日`. */
export const dayText = (day: string): string => `${Number(day.slice(0, 4))}年${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日`;

/** `2026-08-31` → `8月31日`, with the year where it is not this one. */
export const shortDayText = (day: string): string =>
  day.slice(0, 4) === today().slice(0, 4) ? `${Number(day.slice(5, 7))}月${Number(day.slice(8, 10))}日` : dayText(day);

/** An instant as people read it: `8月31日 10:42`. */
export function momentText(instant: string): string {
  const at = new Date(instant);
  const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false }).format(at);
  return `${shortDayText(dayOf(at))} ${clock}`;
}

/** Today in Asia/Shanghai. For display alone: what is late is decided by the server. */
export const today = (): string => dayOf(new Date());
