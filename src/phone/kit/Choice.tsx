import { useId } from 'react';

interface ChoiceProps<T extends string> {
  legend: string;
  options: readonly { value: T; label: string; hint?: string }[];
  value: T;
  onChange(value: T): void;
}

/** One of a few（单选）: whole rows that a thumb can hit, native radios inside. */
export function Choice<T extends string>({ legend, options, value, onChange }: ChoiceProps<T>) {
  const name = useId();
  return (
    <fieldset className="choice">
      <legend>{legend}</legend>
      {options.map((option) => (
        <label key={option.value} className="row">
          <input type="radio" name={name} value={option.value} checked={option.value === value} onChange={() => onChange(option.value)} />
          <span>
            {option.label}
            {option.hint && <small>{option.hint}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
