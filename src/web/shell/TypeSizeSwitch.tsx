import { setTypeSize, typeSizeLabel, typeSizes, useTypeSize } from '#web/tokens';

/** 字号: 标准, 大字, 特大. */
export function TypeSizeSwitch() {
  const now = useTypeSize();
  return (
    <fieldset className="type-size" aria-label="字号">
      {typeSizes.map((size) => (
        <button key={size} type="button" aria-pressed={size === now} onClick={() => setTypeSize(size)}>
          {typeSizeLabel[size]}
        </button>
      ))}
    </fieldset>
  );
}
