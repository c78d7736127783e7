import { type InputHTMLAttributes, type ReactNode, type TextareaHTMLAttributes, useId } from 'react';

interface Around {
  label: string;
  hint?: ReactNode;
  /** what is wrong with it, in a sentence */
  problem?: string | undefined;
}

type InputProps = Around & Omit<InputHTMLAttributes<HTMLInputElement>, 'onChange' | 'value'> & { value: string; onChange(value: string): void };

/** A label above, the field, and below it what helps or what is wrong（填写项）. */
function Field({ label, hint, problem, id, children }: Around & { id: string; children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {children}
      {problem && (
        <p className="wrong" id={`${id}-wrong`} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

const describedBy = (id: string, { hint, problem }: Around) => [hint ? `${id}-hint` : '', problem ? `${id}-wrong` : ''].filter(Boolean).join(' ') || undefined;

export function TextField({ label, hint, problem, onChange, ...rest }: InputProps) {
  const id = useId();
  return (
    <Field {...{ label, hint, problem, id }}>
      <input
        id={id}
        type="text"
        {...rest}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(id, { label, hint, problem })}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

export const PasswordField = (props: InputProps) => <TextField {...props} type="password" autoCapitalize="off" />;

/** A day, chosen with the phone's own calendar（日期）. */
export const DayField = (props: InputProps) => <TextField {...props} type="date" />;

type AreaProps = Around & Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'onChange' | 'value'> & { value: string; onChange(value: string): void };

export function TextArea({ label, hint, problem, onChange, rows = 4, ...rest }: AreaProps) {
  const id = useId();
  return (
    <Field {...{ label, hint, problem, id }}>
      <textarea
        id={id}
        rows={rows}
        {...rest}
        aria-invalid={problem ? true : undefined}
        aria-describedby={describedBy(id, { label, hint, problem })}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

interface SelectProps extends Around {
  options: readonly { value: string; label: string }[];
  value: string;
  onChange(value: string): void;
}

export function SelectField({ label, hint, problem, options, value, onChange }: SelectProps) {
  const id = useId();
  return (
    <Field {...{ label, hint, problem, id }}>
      <select id={id} value={value} aria-describedby={describedBy(id, { label, hint, problem })} onChange={(event) => onChange(event.target.value)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** A photo or a file（拍照或选文件）: the phone itself offers its camera, its pictures and its files. */
export function FileField({
  label,
  hint,
  problem,
  accept,
  chosen,
  onChoose,
}: Around & { accept: string; chosen: string | undefined; onChoose(file: File): void }) {
  const id = useId();
  return (
    <Field {...{ label, hint, problem, id }}>
      <span className="file">
        <input
          id={id}
          type="file"
          accept={accept}
          aria-describedby={describedBy(id, { label, hint, problem })}
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file) onChoose(file);
          }}
        />
        <span className="button plain" aria-hidden="true">
          {chosen ? '换一个' : '拍照或选文件'}
        </span>
      </span>
      {chosen && <p className="chosen">已选：{chosen}</p>}
    </Field>
  );
}

export function Check({ label, checked, onChange }: { label: string; checked: boolean; onChange(checked: boolean): void }) {
  return (
    <label className="row check">
      <input type="checkbox" checked={checked} onChange={(event) => onChange(event.target.checked)} />
      <span>{label}</span>
    </label>
  );
}
