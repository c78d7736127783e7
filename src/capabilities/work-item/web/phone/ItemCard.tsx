import { Link } from '#phone/place';
import type { WorkItemRow } from '../../contract.ts';
import { Lamp } from './Lamp.tsx';
import { dueWords, nextWords } from './words.ts';

/** One item in a list（任务卡）: the whole card is the link. */
export function ItemCard({ item, showOrganization }: { item: WorkItemRow; showOrganization: boolean }) {
  return (
    <li>
      <Link to={`/m/todo/${item.id}`}>
        <span className="what">{item.title}</span>
        {showOrganization && <span>{item.organizationName}</span>}
        <span className="line">
          <Lamp lamp={item.lamp?.lamp} />
          <span>{dueWords(item)}</span>
        </span>
        <span className="next">{nextWords(item)}</span>
      </Link>
    </li>
  );
}
