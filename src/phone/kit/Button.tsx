import type { ButtonHTMLAttributes } from 'react';

export interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  /** one main button a page, in brand red; the others are outlined */
  look?: 'main' | 'plain' | 'link';
  busy?: boolean;
}

/** A button that a thumb can hit（按钮）. While it works it says so and cannot be pressed again. */
export function Button({ look = 'plain', busy = false, children, type = 'button', onClick, ...rest }: ButtonProps) {
  return (
    // Not `disabled`: the button would lose the focus while it works.
    <button type={type} className={`button ${look}`} aria-disabled={busy || undefined} onClick={busy ? (event) => event.preventDefault() : onClick} {...rest}>
      {busy ? '正在保存……' : children}
    </button>
  );
}
