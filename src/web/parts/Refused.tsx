import { Button } from 'antd';
import { useEffect, useRef } from 'react';
import { troubleOf } from '#web/api';

/** 办不了的说明: the server's own sentence with the rule it rests on, or a fault with the id to tell the administrator. */
export function Refused({ error, onRetry }: { error: unknown; onRetry?: (() => void) | undefined }) {
  const box = useRef<HTMLDivElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new error is shown, the same one is not shown again
  useEffect(() => {
    // In braces: newer browsers answer a promise here, which is no clean-up.
    box.current?.scrollIntoView({ block: 'nearest' });
  }, [error]);
  if (!error) return null;
  const { sentence, article, requestId, kind } = troubleOf(error);

  return (
    <div ref={box} className={`refused refused-${kind}`} role="alert">
      <p>{sentence}</p>
      {article && <p className="quiet">依据：{article}</p>}
      {requestId && <p className="quiet">向系统管理员反映时，请报编号 {requestId}</p>}
      {onRetry && <Button onClick={onRetry}>重试</Button>}
    </div>
  );
}
