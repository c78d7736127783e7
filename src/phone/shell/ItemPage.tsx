import { Trace } from '#duty/phone';
import { Page } from '#phone/kit';
import { Item } from '#work-item/phone';

/** 任务, with where it comes from. */
export const ItemPage = ({ id, saved }: { id: string; saved: boolean }) => (
  <Page title="任务" back={{ to: '/m/todo', label: '待办' }}>
    <Item workItemId={id} saved={saved} trace={<Trace workItemId={id} />} />
  </Page>
);
