import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import type { ErrorComponentProps } from '@tanstack/react-router';
import { useEffect } from 'react';
import { troubleOf } from '#web/api';
import { Go } from '#web/page';
import { PageHead, Refused } from '#web/parts';

/** 正在打开. */
export function Opening() {
  return (
    <p className="opening" role="status">
      正在打开…
    </p>
  );
}

/** 打不开: the sentence, the request's id, and another try. */
export function Failed({ error, reset }: ErrorComponentProps) {
  const { reset: forget } = useQueryErrorResetBoundary();
  const { kind } = troubleOf(error);
  useEffect(() => {
    if (kind === 'fault') console.error(error);
  }, [error, kind]);
  if (kind === 'signed-out') return <Opening />;
  const again = () => {
    forget();
    reset();
  };
  return (
    <>
      <PageHead title={kind === 'missing' ? '没有找到' : kind === 'denied' ? '不能查看' : '没有打开'} />
      <Refused error={error} onRetry={kind === 'fault' ? again : undefined} />
      <p>
        <Go to="/">回到首页</Go>
      </p>
    </>
  );
}

/** 不能查看: the role one works in does not open this page. */
export function Denied() {
  return (
    <>
      <PageHead title="不能查看" lead="您现在的身份不能打开这一页。可以换一个身份；确有需要，请安全保密管理员授予角色。" />
      <p>
        <Go to="/">回到首页</Go>
      </p>
    </>
  );
}

/** 没有这个页面. */
export function Missing() {
  return (
    <>
      <PageHead title="没有这个页面" lead="地址可能抄错了，或者这一页已经换了地方。" />
      <p>
        <Go to="/">回到首页</Go>
      </p>
    </>
  );
}
