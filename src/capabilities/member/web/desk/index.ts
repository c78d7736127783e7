import type { DeskPage } from '#web/page';

export const memberPages: readonly DeskPage[] = [];
