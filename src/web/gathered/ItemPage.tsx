import { Suspense } from 'react';
import { Trace } from '#duty/desk';
import type { PageProps } from '#web/page';
import { type ItemSearch, WorkItem } from '#work-item/desk';

/** 任务, with where it comes from. */
export const ItemPage = ({ params, search }: PageProps<{ id: string }, ItemSearch>) => (
  <WorkItem
    params={params}
    search={search}
    trace={
      <Suspense fallback={<section className="panel">正在查出处……</section>}>
        <Trace workItemId={params.id} />
      </Suspense>
    }
  />
);
