import { Button } from 'antd';

/** 翻页: where one is, and the way to the neighbours. */
export function Pager({ page, size, total, onPage }: { page: number; size: number; total: number; onPage(page: number): void }) {
  const pages = Math.max(1, Math.ceil(total / size));
  return (
    <nav className="pager no-print" aria-label="翻页">
      <span className="quiet">
        共 {total} 条{pages > 1 && `，每页 ${size} 条`}
      </span>
      {pages > 1 && (
        <>
          <Button disabled={page <= 1} onClick={() => onPage(page - 1)}>
            上一页
          </Button>
          <label>
            第{' '}
            <select aria-label="页码" value={page} onChange={(event) => onPage(Number(event.target.value))}>
              {Array.from({ length: pages }, (_, index) => index + 1).map((number) => (
                <option key={number} value={number}>
                  {number}
                </option>
              ))}
            </select>{' '}
            / {pages} 页
          </label>
          <Button disabled={page >= pages} onClick={() => onPage(page + 1)}>
            下一页
          </Button>
        </>
      )}
    </nav>
  );
}
