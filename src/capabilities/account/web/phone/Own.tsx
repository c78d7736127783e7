import { useState } from 'react';
import { keep, useRead, useSend } from '#phone/api';
import { Button, Choice, Facts, instantWords, Loaded, Problem, Section } from '#phone/kit';
import type { Me, SessionView } from '../../contract.ts';
import { accounts } from './calls.ts';
import { PasswordForm } from './PasswordForm.tsx';

/** 我: who I am, and in which grant I work. */
export function Own({ me, onSwitched }: { me: Me; onSwitched: () => void }) {
  const { send, error } = useSend(accounts.switchGrant, onSwitched);
  return (
    <>
      <Section title={me.account.name}>
        <Facts
          of={[
            ['单位', me.grant.organizationName],
            ['身份', me.grant.roleLabel],
            ['登录名', me.account.signInName],
          ]}
        />
      </Section>
      {me.grants.length > 1 && (
        <section>
          <Choice
            legend="换一个身份办事"
            options={me.grants.map((grant) => ({ value: grant.id, label: grant.organizationName, hint: grant.roleLabel }))}
            value={me.grant.id}
            onChange={(grantId) => send({ grantId })}
          />
          <Problem error={error} />
        </section>
      )}
    </>
  );
}

/** 改密码, folded away until it is wanted. */
export function OwnPassword({ me }: { me: Me }) {
  const [changing, setChanging] = useState(false);
  const [changed, setChanged] = useState(false);
  return (
    <section>
      <h2>密码</h2>
      {changed && <p role="status">密码已改好，别处的登录都已退出。</p>}
      {changing ? (
        <PasswordForm
          rule={me.passwordRule}
          onNext={() => {
            setChanging(false);
            setChanged(true);
          }}
        />
      ) : (
        <Button onClick={() => setChanging(true)}>改密码</Button>
      )}
    </section>
  );
}

/** 我的登录: where one is signed in, and a way to end what is not one's own. */
export function OwnSessions() {
  const found = useRead('sessions', accounts.listSessions);
  const { send, error } = useSend(accounts.endSession, found.reload);
  return (
    <Section title="在哪些地方登录着">
      <Problem error={error} />
      <Loaded of={found}>
        {({ rows }) => (
          <ul className="steps">
            {rows.map((session) => (
              <li key={session.id}>
                <span className="what">
                  {deviceOf(session)}
                  {session.own && '（这一台）'}
                </span>
                <span className="small">最近使用 {instantWords(session.lastSeenAt)}</span>
                {!session.own && (
                  <Button onClick={() => send({ sessionId: session.id })}>
                    让它退出<span className="unseen">：{deviceOf(session)}</span>
                  </Button>
                )}
              </li>
            ))}
          </ul>
        )}
      </Loaded>
    </Section>
  );
}

function deviceOf({ agent, address }: SessionView): string {
  const device = /iPhone|iPad/.test(agent) ? '苹果手机' : /Android/.test(agent) ? '安卓手机' : /Windows/.test(agent) ? '电脑' : '其他设备';
  return `${device} ${address}`;
}

export const useMe = (signedIn: boolean) => useRead(signedIn ? 'me' : undefined, () => accounts.me());

/** Who one is, read anew after signing in or switching. */
export const refreshMe = async () => keep('me', await accounts.me());

export const signOut = () => accounts.signOut();
