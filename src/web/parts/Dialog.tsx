import { Button } from 'antd';
import { type FormEvent, type ReactNode, useEffect, useId, useRef } from 'react';
import { createPortal } from 'react-dom';

interface Props {
  title: string;
  onClose(): void;
  children: ReactNode;
  /** a form: with it the dialog has a button that does the thing */
  submit?: { label: string; pending?: boolean; disabled?: boolean; act(): void };
  wide?: boolean;
  /** the children bring their own form and button */
  plain?: boolean;
}

/** 对话框: the browser's own dialog element, which keeps the focus inside and makes the rest of the page inert. */
export function Dialog({ title, onClose, children, submit, wide = false, plain = false }: Props) {
  const ref = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const dialog = ref.current;
    if (dialog && !dialog.open) dialog.showModal();
    return () => dialog?.close();
  }, []);

  const act = (event: FormEvent) => {
    event.preventDefault();
    submit?.act();
  };

  return createPortal(
    // biome-ignore lint/a11y/useKeyWithClickEvents: Esc closes it, by the browser itself
    <dialog
      ref={ref}
      className={wide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => event.target === ref.current && !submit && onClose()}
    >
      {plain ? (
        <div className="dialog-sheet">
          <h2 id={id}>{title}</h2>
          <div className="dialog-body">{children}</div>
          <div className="dialog-actions">
            <Button onClick={onClose}>取消</Button>
          </div>
        </div>
      ) : (
        <form className="dialog-sheet" onSubmit={act}>
          <h2 id={id}>{title}</h2>
          <div className="dialog-body">{children}</div>
          <div className="dialog-actions">
            <Button onClick={onClose}>{submit ? '取消' : '关闭'}</Button>
            {submit && (
              <Button type="primary" htmlType="submit" loading={submit.pending ?? false} disabled={submit.disabled ?? false}>
                {submit.label}
              </Button>
            )}
          </div>
        </form>
      )}
    </dialog>,
    document.body,
  );
}
