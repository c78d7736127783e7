import { Button } from 'antd';
import { type ReactNode, useEffect, useState } from 'react';
import { TextField } from './fields.tsx';

/** 查询条: filters above a table. What they hold stands in the address, so that a link shows the same rows. */
export function QueryBar({ children, onClear }: { children: ReactNode; onClear?: (() => void) | undefined }) {
  return (
    <search className="query-bar no-print">
      {children}
      {onClear && <Button onClick={onClear}>清除条件</Button>}
    </search>
  );
}

/** 搜索框: tells the address half a second after the last key, and at once on Enter. */
export function SearchField({ label, value, onSearch, placeholder }: { label: string; value: string; onSearch(words: string): void; placeholder?: string }) {
  const [words, setWords] = useState(value);
  useEffect(() => setWords(value), [value]);
  useEffect(() => {
    if (words === value) return;
    const timer = setTimeout(() => onSearch(words), 500);
    return () => clearTimeout(timer);
  }, [words, value, onSearch]);

  return (
    <TextField
      label={label}
      type="search"
      value={words}
      placeholder={placeholder}
      data-search=""
      onChange={(event) => setWords(event.target.value)}
      onKeyDown={(event) => event.key === 'Enter' && onSearch(words)}
    />
  );
}
