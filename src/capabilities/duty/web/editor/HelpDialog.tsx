import { Dialog } from '#web/parts';

type Key = readonly [key: string, what: string];

const keys: readonly Key[] = [
  ['J / K', '下一条 / 上一条'],
  ['E 或 Enter', '修改这一条；Esc 完成，Ctrl+Enter 保存并改下一条'],
  ['X', '选中这一条；Shift+X 选到这里；Ctrl+A 全选'],
  ['A', '采用这一条的建议（选中多条时一起采用）'],
  ['C', '确认虚线内容（选中多条时一起确认）'],
  ['M', '合并选中的各条'],
  ['S', '拆分这一条'],
  ['Alt+↑ / Alt+↓', '上移 / 下移'],
  ['D 或 Delete', '删除这一条'],
  ['Z', '撤销删除'],
  ['O', '只看不全'],
  ['/', '在条目里找'],
  ['Ctrl+S', '马上保存'],
  ['?', '这张表'],
];

/** 快捷键 of a list that is being written. @param more - keys of the page around it */
export function HelpDialog({ more = [], onClose }: { more?: readonly Key[]; onClose(): void }) {
  return (
    <Dialog title="快捷键" onClose={onClose}>
      <table className="keys">
        <tbody>
          {[...keys, ...more].map(([key, what]) => (
            <tr key={key}>
              <th scope="row">
                <kbd>{key}</kbd>
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Dialog>
  );
}
