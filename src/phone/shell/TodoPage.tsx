import type { Me } from '#account/phone';
import { Page } from '#phone/kit';
import { partOf, Todo } from '#work-item/phone';
import { useWorkbench } from '#workbench/phone';
import { Tabs } from './Tabs.tsx';

/** 待办, the page one lands on. */
export function TodoPage({ me, address }: { me: Me; address: URL }) {
  const { organizationId, organizationName } = me.grant;
  const { data: counts } = useWorkbench(me.permissions.includes('workbench.read') ? organizationId : undefined);
  const search = address.searchParams;
  return (
    <Page bottom={<Tabs at="todo" />} title="待办" about={`${organizationName} · ${me.account.name}`}>
      <Todo organizationId={organizationId} part={partOf(search.get('part'))} page={Number(search.get('page')) || 1} counts={counts} />
    </Page>
  );
}
