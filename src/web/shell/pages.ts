import { accountPages } from '#account/desk';
import { auditPages } from '#audit/desk';
import { directivePages } from '#directive/desk';
import { dutyFinder, dutyPages } from '#duty/desk';
import { indicatorPages } from '#indicator/desk';
import { memberPages } from '#member/desk';
import { operationsPages } from '#operations/desk';
import { organizationFinder } from '#organization/desk';
import { unitPages } from '#unit/desk';
import { gatheredPages } from '#web/gathered';
import type { DeskPage, Finder } from '#web/page';
import { workItemFinder } from '#work-item/desk';
import { workbenchPages } from '#workbench/desk';

/** Every page of the desk（工作端页面）, as its capability declares it. */
export const pages: readonly DeskPage[] = [
  ...accountPages,
  ...workbenchPages,
  ...directivePages,
  ...dutyPages,
  ...gatheredPages,
  ...memberPages,
  ...unitPages,
  ...indicatorPages,
  ...auditPages,
  ...operationsPages,
];

/** What the search box looks through. */
export const finders: readonly Finder[] = [organizationFinder, workItemFinder, dutyFinder];
