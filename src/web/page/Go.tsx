import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { useLeave } from './leave.ts';

/** A link to a page of the desk（页内链接）: a real address that opens without loading the whole desk again. */
export function Go({ to, onClick, ...rest }: { to: string } & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, 'href'>) {
  const leave = useLeave();

  const follow = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    leave(to);
  };

  return <a href={to} onClick={follow} {...rest} />;
}
