import { setTypeSize, typeSizeLabel, typeSizes, useTypeSize } from '#web/tokens';
import { Choice } from './Choice.tsx';

/** One touch to the next size（字号）; after the largest comes the standard again. */
export function SizeButton() {
  const size = useTypeSize();
  const next = typeSizes[(typeSizes.indexOf(size) + 1) % typeSizes.length] ?? 'standard';
  return (
    <button type="button" className="size" onClick={() => setTypeSize(next)}>
      <span className="unseen">字号：现在是{typeSizeLabel[size]}，换成</span>
      {next === 'large' ? '大字' : `${typeSizeLabel[next]}字`}
    </button>
  );
}

const points: Record<(typeof typeSizes)[number], string> = { standard: '16 号', large: '20 号', huge: '30 号' };

export function SizeChoice() {
  const size = useTypeSize();
  const options = typeSizes.map((value) => ({ value, label: `${typeSizeLabel[value]}（${points[value]}）` }));
  return <Choice legend="字号" options={options} value={size} onChange={setTypeSize} />;
}
