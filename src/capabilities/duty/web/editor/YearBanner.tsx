import { Button } from 'antd';
import { type FormEvent, type ReactNode, useState } from 'react';
import { TextField, today } from '#web/parts';

/** 年份: asked once where the source does not say it; every month and day of the list hangs on it. */
export function YearBanner({ children, onYear, busy }: { children: ReactNode; onYear(year: number): void; busy: boolean }) {
  const [year, setYear] = useState(today().slice(0, 4));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onYear(Number(year));
  };
  return (
    <form className="year-banner" onSubmit={submit}>
      <p>{children}</p>
      <TextField label="年份" type="number" min={2000} max={2100} required value={year} onChange={(event) => setYear(event.target.value)} />
      <Button htmlType="submit" loading={busy}>
        确定年份
      </Button>
    </form>
  );
}
