import { Button } from 'antd';
import type { FormEvent, ReactNode } from 'react';
import { PageHead } from './PageHead.tsx';
import { Refused } from './Refused.tsx';

interface Props {
  title: string;
  lead?: ReactNode;
  back?: ReactNode;
  submit: string;
  onSubmit(): void;
  pending?: boolean;
  error?: unknown;
  children: ReactNode;
  /** second button, such as 返回修改 */
  other?: ReactNode;
}

/** 填写页: one form, one main button, and above the button what the server refused. */
export function FormPage({ title, lead, back, submit, onSubmit, pending = false, error, children, other }: Props) {
  const act = (event: FormEvent) => {
    event.preventDefault();
    onSubmit();
  };
  return (
    <div className="form-page">
      <PageHead title={title} lead={lead} back={back} />
      <form className="panel" onSubmit={act}>
        {children}
        <Refused error={error} />
        <div className="form-actions">
          <Button type="primary" htmlType="submit" loading={pending}>
            {submit}
          </Button>
          {other}
        </div>
      </form>
    </div>
  );
}

/** 核对页: what was filled in, to be read once more before it goes up; each line leads back to where it can be changed. */
export function CheckPage({ lines, ...form }: Omit<Props, 'children'> & { lines: readonly { label: string; value: ReactNode; change?: () => void }[] }) {
  return (
    <FormPage {...form}>
      <dl className="check-lines">
        {lines.map(({ label, value, change }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
            <dd className="check-change">
              {change && (
                <button type="button" className="text-button" onClick={change}>
                  修改<span className="visually-hidden">{label}</span>
                </button>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </FormPage>
  );
}
