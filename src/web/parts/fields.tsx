import { type InputHTMLAttributes, type ReactNode, type SelectHTMLAttributes, type TextareaHTMLAttributes, useId } from 'react';

interface Around {
  label: string;
  hint?: ReactNode;
  error?: string | undefined;
  /** the label is read out but not drawn */
  quietLabel?: boolean;
}

function Frame({ id, label, hint, error, quietLabel, required, children }: Around & { id: string; required?: boolean | undefined; children: ReactNode }) {
  return (
    <div className={error ? 'field field-wrong' : 'field'}>
      <label htmlFor={id} className={quietLabel ? 'visually-hidden' : undefined}>
        {label}
        {required && <span className="field-must">（必填）</span>}
      </label>
      {hint && (
        <p className="quiet" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {error && (
        <p className="field-error" id={`${id}-error`} role="alert">
          {error}
        </p>
      )}
    </div>
  );
}

const told = (id: string, { hint, error }: Around) => ({
  id,
  'aria-describedby': [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ') || undefined,
  'aria-invalid': error ? true : undefined,
});

/** 单行: the browser's own input; `type` date and number included. */
export function TextField({ label, hint, error, quietLabel = false, ...input }: Around & InputHTMLAttributes<HTMLInputElement>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error} quietLabel={quietLabel} required={input.required}>
      <input {...input} {...told(id, { label, hint, error })} />
    </Frame>
  );
}

/** 多行. */
export function AreaField({ label, hint, error, quietLabel = false, ...input }: Around & TextareaHTMLAttributes<HTMLTextAreaElement>) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error} quietLabel={quietLabel} required={input.required}>
      <textarea rows={4} {...input} {...told(id, { label, hint, error })} />
    </Frame>
  );
}

/** 单选下拉: the browser's own, which every older hand knows. */
export function ChoiceField({
  label,
  hint,
  error,
  quietLabel = false,
  options,
  empty,
  ...select
}: Around & SelectHTMLAttributes<HTMLSelectElement> & { options: readonly (readonly [value: string, label: string])[]; empty?: string }) {
  const id = useId();
  return (
    <Frame id={id} label={label} hint={hint} error={error} quietLabel={quietLabel} required={select.required}>
      <select {...select} {...told(id, { label, hint, error })}>
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map(([value, word]) => (
          <option key={value} value={value}>
            {word}
          </option>
        ))}
      </select>
    </Frame>
  );
}

/** 勾选. */
export function CheckField({ label, ...input }: { label: ReactNode } & InputHTMLAttributes<HTMLInputElement>) {
  return (
    <label className="check">
      <input type="checkbox" {...input} />
      <span>{label}</span>
    </label>
  );
}
