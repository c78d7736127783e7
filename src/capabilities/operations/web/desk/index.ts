import type { DeskPage } from '#web/page';

export const operationsPages: readonly DeskPage[] = [];
