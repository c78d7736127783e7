import type { DeskPage } from '#web/page';

export const indicatorPages: readonly DeskPage[] = [];
