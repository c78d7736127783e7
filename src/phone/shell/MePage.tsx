import { type Me, Own, OwnPassword, OwnSessions, refreshMe, signOut } from '#account/phone';
import { forgetAll, useSend } from '#phone/api';
import { clearDrafts } from '#phone/draft';
import { Button, Page, Problem, SizeChoice } from '#phone/kit';
import { go } from '#phone/place';
import { Tabs } from './Tabs.tsx';

/** 我的: who I am, how large the type is, and the way out. */
export function MePage({ me }: { me: Me }) {
  const { send, busy, error } = useSend(signOut, leave);
  return (
    <Page bottom={<Tabs at="me" />} title="我的" about={me.county.name}>
      <Own
        me={me}
        onSwitched={async () => {
          forgetAll();
          await refreshMe();
        }}
      />
      <section>
        <SizeChoice />
      </section>
      <OwnSessions />
      <OwnPassword me={me} />
      <Problem error={error} />
      <Button busy={busy} onClick={() => send(undefined)}>
        退出登录
      </Button>
    </Page>
  );
}

/** Leave nothing of one's own on a phone that others may hold. */
function leave() {
  clearDrafts();
  go('/m/');
  location.reload();
}
