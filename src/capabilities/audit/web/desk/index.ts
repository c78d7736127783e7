import type { DeskPage } from '#web/page';

export const auditPages: readonly DeskPage[] = [];
