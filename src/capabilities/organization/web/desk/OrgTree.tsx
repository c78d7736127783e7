import { defaultRangeExtractor, useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useTypeSize } from '#web/tokens';
import type { OrganizationView } from '../../contract.ts';
import { lineNamed, stepOf, type TreeLine } from './tree.ts';

interface Props {
  label: string;
  lines: readonly TreeLine<OrganizationView>[];
  chosen: string;
  onChoose(organizationId: string): void;
  onExpand(ids: readonly string[]): void;
  onCollapse(id: string): void;
}

const lineHeights = { standard: 32, large: 44, huge: 52 };
const typingPause = 700;

/** 组织树: ten thousand organizations by keyboard, mouse or screen reader; only the lines in view exist. */
export function OrgTree({ label, lines, chosen, onChoose, onExpand, onCollapse }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const id = useId();
  const typed = useRef({ words: '', at: 0 });
  const [activeId, setActiveId] = useState(chosen);
  const found = lines.findIndex(({ node }) => node.id === activeId);
  const active = found < 0 ? 0 : found;
  const height = lineHeights[useTypeSize()];

  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => box.current,
    estimateSize: () => height,
    overscan: 8,
    // The active line always exists, because the tree points at it.
    rangeExtractor: (range) => [...new Set([active, ...defaultRangeExtractor(range)])].sort((a, b) => a - b),
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: another type size is another height
  useEffect(() => virtual.measure(), [height]);
  const chosenLine = lines.findIndex(({ node }) => node.id === chosen);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when what is chosen first appears, bring it into view
  useEffect(() => {
    if (chosenLine >= 0) {
      setActiveId(chosen);
      virtual.scrollToIndex(chosenLine, { align: 'auto' });
    }
  }, [chosen, chosenLine >= 0]);

  const goTo = (index: number) => {
    const line = lines[index];
    if (!line) return;
    setActiveId(line.node.id);
    virtual.scrollToIndex(index, { align: 'auto' });
  };

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const line = lines[active];
    const step = stepOf(event.key, active, lines);
    if (!line) return;
    if (!step) return typeAhead(event);
    event.preventDefault();
    if (step.kind === 'go') goTo(step.to);
    else if (step.kind === 'open') onExpand([line.node.id]);
    else if (step.kind === 'close') onCollapse(line.node.id);
    else if (step.kind === 'choose') onChoose(line.node.id);
    else onExpand(lines.filter(({ parent, expanded }) => parent === line.parent && expanded === false).map(({ node }) => node.id));
  };

  const typeAhead = (event: KeyboardEvent) => {
    if (event.key.length !== 1) return;
    event.preventDefault();
    const now = event.timeStamp;
    typed.current = { words: now - typed.current.at > typingPause ? event.key : typed.current.words + event.key, at: now };
    const next = lineNamed(typed.current.words, active, lines);
    if (next !== undefined) goTo(next);
  };

  const idOf = (index: number) => `${id}-${lines[index]?.node.id}`;
  return (
    <div ref={box} className="org-tree" role="tree" aria-label={label} tabIndex={0} aria-activedescendant={idOf(active)} onKeyDown={onKeyDown}>
      <div role="none" style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const line = lines[index];
          if (!line) return null;
          const { node, level, position, siblings, expanded } = line;
          return (
            // biome-ignore lint/a11y/useFocusableInteractive: the tree holds the focus and points at its active line
            // biome-ignore lint/a11y/useKeyWithClickEvents: the tree listens to the keys
            <div
              key={node.id}
              id={idOf(index)}
              role="treeitem"
              aria-level={level}
              aria-posinset={position}
              aria-setsize={siblings}
              aria-expanded={expanded}
              aria-selected={node.id === chosen}
              className={index === active ? 'org-line org-line-active' : 'org-line'}
              style={{ transform: `translateY(${start}px)`, height: size, paddingLeft: `${(level - 1) * 1.1 + 0.3}rem` }}
              onClick={() => {
                setActiveId(node.id);
                onChoose(node.id);
              }}
            >
              <span
                className="org-arrow"
                aria-hidden="true"
                onClick={(event) => {
                  if (expanded === undefined) return;
                  event.stopPropagation();
                  if (expanded) onCollapse(node.id);
                  else onExpand([node.id]);
                }}
              >
                {expanded === undefined ? '' : expanded ? '▾' : '▸'}
              </span>
              <span className="org-name">{node.name}</span>
              {node.children > 0 && <span className="quiet">{node.children}</span>}
            </div>
          );
        })}
      </div>
    </div>
  );
}
