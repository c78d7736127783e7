/** One line of the tree as drawn（组织树的一行）. */
export interface TreeLine<Node> {
  node: Node;
  /** 1 at the top */
  level: number;
  /** counted from 1 among its siblings */
  position: number;
  siblings: number;
  /** absent for a leaf */
  expanded: boolean | undefined;
  /** index of its parent's line; -1 at the top */
  parent: number;
}

interface Branching {
  id: string;
  children: number;
}

/** Lay an opened tree out as lines, top to bottom（展平）. @param childrenOf - what is loaded; an open node that still loads shows nothing below */
export function linesOf<Node extends Branching>(root: Node, open: ReadonlySet<string>, childrenOf: ReadonlyMap<string, readonly Node[]>): TreeLine<Node>[] {
  const lines: TreeLine<Node>[] = [];
  const add = (node: Node, level: number, position: number, siblings: number, parent: number) => {
    const expanded = node.children > 0 ? open.has(node.id) : undefined;
    const index = lines.push({ node, level, position, siblings, expanded, parent }) - 1;
    if (!expanded) return;
    const below = childrenOf.get(node.id) ?? [];
    for (const [at, child] of below.entries()) add(child, level + 1, at + 1, below.length, index);
  };
  add(root, 1, 1, 1, -1);
  return lines;
}

export type TreeStep = { kind: 'go'; to: number } | { kind: 'open' | 'close' } | { kind: 'choose' } | { kind: 'open-siblings' };

/** What a key does in a tree（键盘操作）, as the ARIA pattern for trees has it. @returns nothing for other keys */
export function stepOf<Node>(key: string, at: number, lines: readonly TreeLine<Node>[]): TreeStep | undefined {
  const line = lines[at];
  if (!line) return undefined;
  const go = (to: number): TreeStep => ({ kind: 'go', to: Math.min(Math.max(to, 0), lines.length - 1) });
  switch (key) {
    case 'ArrowDown':
      return go(at + 1);
    case 'ArrowUp':
      return go(at - 1);
    case 'Home':
      return go(0);
    case 'End':
      return go(lines.length - 1);
    case 'PageDown':
      return go(at + 10);
    case 'PageUp':
      return go(at - 10);
    case 'ArrowRight':
      return line.expanded === false ? { kind: 'open' } : line.expanded ? go(at + 1) : undefined;
    case 'ArrowLeft':
      return line.expanded ? { kind: 'close' } : line.parent >= 0 ? go(line.parent) : undefined;
    case 'Enter':
    case ' ':
      return { kind: 'choose' };
    case '*':
      return { kind: 'open-siblings' };
    default:
      return undefined;
  }
}

/** The next line whose name holds what was typed（输入查找）, after the current one and round the end. */
export function lineNamed<Node extends { name: string }>(typed: string, at: number, lines: readonly TreeLine<Node>[]): number | undefined {
  const words = typed.toLowerCase();
  const order = [...lines.keys()].map((index) => (at + (typed.length > 1 ? 0 : 1) + index) % lines.length);
  const starting = order.find((index) => lines[index]?.node.name.toLowerCase().startsWith(words));
  return starting ?? order.find((index) => lines[index]?.node.name.toLowerCase().includes(words));
}
