import { useMutation, useQuery } from '@tanstack/react-query';
import { Navigate } from '@tanstack/react-router';
import { Button } from 'antd';
import { type FormEvent, useState } from 'react';
import { ChoiceField, Refused, TextField, today } from '#web/parts';
import { accounts, enterDesk } from '#web/session';
import type { SetUpInput } from '../../contract.ts';
import { Bare } from './Bare.tsx';

const parts = [
  ['system', '系统管理员', '管运行、建账号；看不到业务数据，也不能授权'],
  ['security', '安全保密管理员', '给账号授予角色；不能建账号'],
  ['audit', '安全审计员', '查看日志，审计前两位；不能改任何东西'],
] as const;

const digestLabel: Record<SetUpInput['digest'], string> = { sha256: 'SHA-256（国际通用）', sm3: 'SM3（国家商用密码）' };

const nobody = { name: '', signInName: '', password: '' };
const blank: SetUpInput = {
  county: { name: '', code: '' },
  organization: { name: '', setUpOn: today() },
  administrators: { system: nobody, security: nobody, audit: nobody },
  digest: 'sha256',
};

/** 初始化: county, root organization and three administrators on one page, read once more, then done. */
export function SetUpPage() {
  const { data: installation } = useQuery(accounts.readInstallation.queryOptions());
  const [filled, setFilled] = useState(blank);
  const [step, setStep] = useState<'fill' | 'check' | 'done'>('fill');
  const [problem, setProblem] = useState<string>();
  const { mutate, isPending, error } = useMutation(accounts.setUp.mutationOptions({ onSuccess: () => setStep('done') }));
  if (installation?.state === 'ready' && step !== 'done') return <Navigate to="/sign-in" replace />;

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const names = parts.map(([part]) => filled.administrators[part].signInName.trim());
    setProblem(new Set(names).size < 3 ? '三位管理员的登录名须各不相同。' : undefined);
    if (new Set(names).size === 3) setStep('check');
  };

  if (step === 'done') {
    return (
      <Bare title="初始化完成" simulated={false} wide>
        <p>三位管理员已经建好。接下来：</p>
        <ol className="steps">
          <li>系统管理员登录，绑定验证器，为工作人员建账号；</li>
          <li>安全保密管理员登录，给这些账号授予角色；</li>
          <li>组织部门干部登录，登记党组织，导入讲话。</li>
        </ol>
        <Button type="primary" onClick={() => enterDesk('/sign-in')}>
          去登录
        </Button>
      </Bare>
    );
  }

  if (step === 'check') {
    const lines = [
      ['县（市、区）', `${filled.county.name}（行政区划代码 ${filled.county.code}）`],
      ['县级党组织', `${filled.organization.name}，成立于 ${filled.organization.setUpOn}`],
      ['日志封存算法', digestLabel[filled.digest]],
      ...parts.map(([part, label]) => [label, `${filled.administrators[part].name}，登录名 ${filled.administrators[part].signInName}`]),
    ];
    return (
      <Bare title="请核对" simulated={false} wide>
        <p className="quiet">只能做一次，请逐项核对。确认以后，三位管理员由安全保密管理员调整。</p>
        <dl className="check-lines">
          {lines.map(([label, value]) => (
            <div key={label}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <Refused error={error} />
        <div className="form-actions">
          <Button type="primary" loading={isPending} onClick={() => mutate(filled)}>
            确认，开始使用
          </Button>
          <Button onClick={() => setStep('fill')}>返回修改</Button>
        </div>
      </Bare>
    );
  }

  return (
    <Bare title="第一次使用：请填写" simulated={false} wide>
      <form onSubmit={submit}>
        <fieldset>
          <legend>本县</legend>
          <TextField
            label="县（市、区）名称"
            required
            minLength={2}
            value={filled.county.name}
            onChange={(event) => setFilled({ ...filled, county: { ...filled.county, name: event.target.value } })}
          />
          <TextField
            label="行政区划代码"
            hint="6 位数字，按 GB/T 2260"
            required
            inputMode="numeric"
            pattern="\d{6}"
            maxLength={6}
            value={filled.county.code}
            onChange={(event) => setFilled({ ...filled, county: { ...filled.county, code: event.target.value } })}
          />
          <TextField
            label="县级党组织名称"
            hint="党组织树的根，例如“某某县委”"
            required
            minLength={2}
            value={filled.organization.name}
            onChange={(event) => setFilled({ ...filled, organization: { ...filled.organization, name: event.target.value } })}
          />
          <TextField
            label="成立日期"
            type="date"
            required
            max={today()}
            value={filled.organization.setUpOn}
            onChange={(event) => setFilled({ ...filled, organization: { ...filled.organization, setUpOn: event.target.value } })}
          />
          <ChoiceField
            label="日志封存算法"
            hint="一经确定不能再改；须用国产密码算法的选 SM3"
            options={Object.entries(digestLabel)}
            value={filled.digest}
            onChange={(event) => setFilled({ ...filled, digest: event.target.value === 'sm3' ? 'sm3' : 'sha256' })}
          />
        </fieldset>
        {parts.map(([part, label, duty]) => {
          const one = filled.administrators[part];
          const change = (changed: Partial<typeof one>) =>
            setFilled({ ...filled, administrators: { ...filled.administrators, [part]: { ...one, ...changed } } });
          return (
            <fieldset key={part}>
              <legend>{label}</legend>
              <p className="quiet form-note">{duty}</p>
              <div className="field-row">
                <TextField label="姓名" required minLength={2} value={one.name} onChange={(event) => change({ name: event.target.value })} />
                <TextField
                  label="登录名"
                  required
                  minLength={2}
                  autoComplete="off"
                  value={one.signInName}
                  onChange={(event) => change({ signInName: event.target.value })}
                />
                <TextField
                  label="密码"
                  hint={
                    installation &&
                    `至少 ${installation.passwordRule.length} 位，大写、小写、数字、符号中的至少 ${installation.passwordRule.classes} 类，不含登录名和姓名；本人首次登录再改`
                  }
                  type="password"
                  autoComplete="new-password"
                  required
                  minLength={installation?.passwordRule.length}
                  value={one.password}
                  onChange={(event) => change({ password: event.target.value })}
                />
              </div>
            </fieldset>
          );
        })}
        {problem && (
          <p className="field-error" role="alert">
            {problem}
          </p>
        )}
        <Button type="primary" htmlType="submit">
          下一步：核对
        </Button>
      </form>
    </Bare>
  );
}
