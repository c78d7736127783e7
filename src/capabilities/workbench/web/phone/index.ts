import { callsOf, type Reading, useRead } from '#phone/api';
import { contract, type Workbench } from '../../contract.ts';

const calls = callsOf(contract);

/** What waits for one's organization（工作台）, counted by the server. */
export const useWorkbench = (organizationId: string | undefined): Reading<Workbench> =>
  useRead(organizationId && `workbench/${organizationId}`, () => calls.readWorkbench({ organizationId: organizationId ?? '' }));
