import { dayOf } from '#kernel/day';

/** Today in the county（今天）, whatever the phone's zone. */
export const today = (): string => dayOf(new Date());

/** `2026-09-02` as people say it: 9月2日, with the year when it is another one. */
export function dayWords(day: string): string {
  const [year = '', month = '', date = ''] = day.split('-');
  const words = `${Number(month)}月${Number(date)}日`;
  return year === today().slice(0, 4) ? words : `${year}年${words}`;
}

const clock = new Intl.DateTimeFormat('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false });

export const instantWords = (instant: string): string => `${dayWords(dayOf(new Date(instant)))} ${clock.format(new Date(instant))}`;

/** How large a file is: 320 KB, 1.4 MB. */
export const sizeWords = (bytes: number): string => (bytes < 1_000_000 ? `${Math.ceil(bytes / 1_000)} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
