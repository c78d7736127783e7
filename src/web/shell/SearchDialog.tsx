import { useQueries } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useLeave } from '#web/page';
import { Dialog, TextField } from '#web/parts';
import { useMe } from '#web/session';
import { finders } from './pages.ts';

/** 查找 (Ctrl+K): organizations, work items by number or title, duty lists. Arrows choose, Enter opens. */
export function SearchDialog({ onClose }: { onClose(): void }) {
  const { may, organizationId } = useMe();
  const leave = useLeave();
  const [words, setWords] = useState('');
  const [current, setCurrent] = useState(0);
  const asked = useDeferredValue(words.trim());
  const usable = finders.filter(({ permission }) => may(permission));
  const answers = useQueries({
    queries: usable.map(({ label, load }) => ({
      queryKey: ['find', label, organizationId, asked],
      queryFn: async () => (await load())(organizationId, asked),
      enabled: asked.length > 0,
      staleTime: 30_000,
    })),
  });
  const found = usable.flatMap(({ label }, index) => (answers[index]?.data ?? []).map((one) => ({ ...one, label })));
  const at = Math.min(current, Math.max(found.length - 1, 0));
  const open = (address: string) => {
    onClose();
    leave(address);
  };
  const pending = answers.some(({ isFetching }) => isFetching);

  return (
    <Dialog title="查找" onClose={onClose}>
      <TextField
        label="党组织名称、任务编号或事项、清单名称"
        type="search"
        autoFocus
        autoComplete="off"
        value={words}
        onChange={(event) => {
          setWords(event.target.value);
          setCurrent(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setCurrent(Math.min(at + 1, found.length - 1));
          else if (event.key === 'ArrowUp') setCurrent(Math.max(at - 1, 0));
          else if (event.key === 'Enter') {
            const one = found[at];
            if (one) open(one.address);
          } else return;
          event.preventDefault();
        }}
      />
      <p className="visually-hidden" role="status">
        {asked && !pending ? `找到 ${found.length} 条${found[at] ? `，当前：${found[at].title}` : ''}` : ''}
      </p>
      <ul className="found">
        {found.map((one, index) => (
          <li key={`${one.label}-${one.id}`}>
            <button type="button" className={index === at ? 'found-one found-current' : 'found-one'} onClick={() => open(one.address)}>
              <span className="found-kind">{one.label}</span>
              <span>
                {one.title}
                <br />
                <span className="quiet">{one.note}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
      {asked && !pending && found.length === 0 && <p className="quiet">没有找到“{asked}”。可以换一个短一点的词。</p>}
    </Dialog>
  );
}
