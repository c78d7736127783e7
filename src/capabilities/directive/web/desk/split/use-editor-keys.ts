import { useListKeys } from '#duty/desk';
import type { Editor } from './use-editor.ts';
import { standingOf } from './words.ts';

interface Doing {
  onDrop(id: string): void;
  onSettle(clauseIds: string[]): void;
  onHelp(): void;
}

/** What `?` shows beyond the keys of the list. */
export const clauseKeys = [
  ['N', '不立项（当前句子，或当前条目连同它的句子）'],
  ['[ / ]', '原文里上一句 / 下一句未处理的'],
  ['Shift+[ / Shift+]', '原文里上一句 / 下一句'],
  ['B', '用划选的文字或当前句子建条目'],
  ['I', '把划选的文字或当前句子并入当前条目'],
] as const;

/** 快捷键 of the split editor: those of a list, and those of the text beside it. */
export function useEditorKeys(editor: Editor, { onDrop, onSettle, onHelp }: Doing): void {
  const { current, currentClause, clauses, actions } = editor;

  const walk = (by: 1 | -1, onlyOpen: boolean) => {
    const walked = clauses.filter((clause) => clause.end > clause.start && (!onlyOpen || standingOf(clause) === 'open' || clause.id === currentClause));
    const at = walked.findIndex(({ id }) => id === currentClause);
    const next = walked[at < 0 ? 0 : at + by];
    if (!next) return;
    actions.setCurrentClause(next.id);
    document.querySelector(`[data-clause="${next.id}"]`)?.scrollIntoView({ block: 'center' });
  };
  const clause = clauses.find(({ id }) => id === currentClause);
  const press = (label: string) =>
    [...document.querySelectorAll<HTMLButtonElement>('.clause-bar button')]
      .find((button) => button.textContent?.startsWith(label) && !button.disabled)
      ?.click();

  useListKeys(editor, {
    onHelp,
    onGo: () => actions.setCurrentClause(undefined),
    more: {
      N: () => {
        if (clause && standingOf(clause) === 'open') onSettle([clause.id]);
        else if (current) onDrop(current);
      },
      '[': () => walk(-1, true),
      ']': () => walk(1, true),
      'Shift+{': () => walk(-1, false),
      'Shift+}': () => walk(1, false),
      B: () => press('建条目'),
      I: () => press('并入'),
    },
  });
}
