import { Button } from 'antd';
import type { DutyChange } from '../../contract.ts';
import type { Draft, DraftList } from './draft-list.ts';
import { fieldLabel, valueText } from './values.ts';

/** 两边都改过: my value and theirs, side by side, and a person decides. */
export function ConflictPanel({ draft, list }: { draft: Draft; list: DraftList }) {
  const { duty, mine } = draft;
  const fields = (Object.keys(mine) as (keyof DutyChange)[]).filter((field) => valueText(field, mine) !== valueText(field, duty));
  return (
    <div className="conflict" role="alert">
      <p>
        <strong>{duty.changedBy || '另一位同志'}</strong>刚刚也改了这一条。请对照后选择，您填的内容还在。
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">要素</th>
            <th scope="col">我填的</th>
            <th scope="col">对方填的</th>
          </tr>
        </thead>
        <tbody>
          {fields.map((field) => (
            <tr key={field}>
              <th scope="row">{fieldLabel[field]}</th>
              <td>{valueText(field, mine) || '（空）'}</td>
              <td>{valueText(field, duty) || '（空）'}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className="form-actions">
        <Button onClick={() => void list.decide(duty.id, 'mine')}>用我填的</Button>
        <Button onClick={() => void list.decide(duty.id, 'theirs')}>用对方填的</Button>
      </div>
    </div>
  );
}
