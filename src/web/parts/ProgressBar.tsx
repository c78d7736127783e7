/** 进度: of a job that counts what it does. */
export function ProgressBar({ done, total, label }: { done: number; total: number; label: string }) {
  const percent = total === 0 ? 0 : Math.floor((done / total) * 100);
  return (
    <div className="progress">
      <div className="progress-track" role="progressbar" aria-label={label} aria-valuemin={0} aria-valuemax={total} aria-valuenow={done}>
        <div className="progress-done" style={{ width: `${percent}%` }} />
      </div>
      <span aria-live="polite">
        {label} {done}/{total}（{percent}%）
      </span>
    </div>
  );
}
