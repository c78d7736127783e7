import { Suspense } from 'react';
import { DutyListChoice } from '#duty/desk';
import { fieldLabel, OrganizationPath } from '#organization/desk';
import type { PageProps } from '#web/page';
import { useMe } from '#web/session';
import { Board, type BoardSearch } from '#work-item/desk';

/** 任务看板. */
export function BoardPage(props: PageProps<unknown, BoardSearch>) {
  const { organizationId, may } = useMe();
  const { search, setSearch } = props;
  return (
    <Board
      {...props}
      fields={Object.entries(fieldLabel)}
      place={
        <Suspense fallback={null}>
          <OrganizationPath organizationId={search.at ?? organizationId} address={(at) => `/board?at=${at}&view=${search.view}`} />
        </Suspense>
      }
      listChoice={
        may('duty.read') && (
          <Suspense fallback={null}>
            <DutyListChoice value={search.list} onChange={(list) => setSearch({ list, page: 1 })} />
          </Suspense>
        )
      }
    />
  );
}
