import { Button } from 'antd';
import type { DutyView, Suggestion } from '../../contract.ts';
import { timingText } from '../words.ts';
import type { ListEditor } from './use-list-editor.ts';

/** 填写建议: what is missing here, who led such work before, and why the system thinks so. */
export function SuggestionLine({ duty, suggestion, actions }: { duty: DutyView; suggestion: Suggestion; actions: ListEditor['actions'] }) {
  const one = [duty.id];
  const offers = [
    ...(duty.leads.length === 0
      ? suggestion.leads.map(({ organizationId, name, because }) => ({
          what: `牵头 ${name}`,
          because,
          take: () => actions.fill(one, { leads: [{ organizationId, name }] }, false),
        }))
      : []),
    ...(duty.timing === null
      ? suggestion.timings.map(({ timing, because }) => ({ what: `时限 ${timingText(timing)}`, because, take: () => actions.fill(one, { timing }, false) }))
      : []),
    ...(duty.posts.length === 0
      ? suggestion.posts.map(({ post, because }) => ({ what: `岗位 ${post}`, because, take: () => actions.fill(one, { posts: [post] }, false) }))
      : []),
  ];
  return (
    <div className="item-suggestion">
      <ul>
        {offers.map(({ what, because, take }) => (
          <li key={what}>
            <button type="button" className="suggestion" onClick={() => void take()} title={because}>
              {what}
            </button>
            <span className="quiet">{because}</span>
          </li>
        ))}
      </ul>
      <Button size="small" onClick={() => void actions.acceptSuggestions(one)}>
        采用建议
      </Button>
    </div>
  );
}
