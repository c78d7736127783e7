import { Button } from 'antd';
import { troubleOf } from '#web/api';
import { Refused } from '#web/parts';

/** 未能办理: in the server's words; when somebody else was quicker, a way to refresh that keeps what was typed. */
export function Stale({ error, onRefresh }: { error: unknown; onRefresh(): void }) {
  const changed = Boolean(error) && troubleOf(error).kind === 'changed';
  return (
    <>
      <Refused error={error} />
      {changed && <Button onClick={onRefresh}>刷新状态（您填的内容还在）</Button>}
    </>
  );
}
