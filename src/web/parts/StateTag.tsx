/** 状态: a word in a grey frame. Only lamps are coloured; a state that asks for something is heavier, not redder. */
export function StateTag({ children, strong = false }: { children: string; strong?: boolean }) {
  return <span className={strong ? 'state-tag state-tag-strong' : 'state-tag'}>{children}</span>;
}
