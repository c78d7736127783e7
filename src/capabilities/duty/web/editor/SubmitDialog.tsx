import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Dialog, Refused } from '#web/parts';
import type { DutyListView, DutyView } from '../../contract.ts';
import { gapLabel } from '../../rules/gaps.ts';
import { duties as endpoints } from '../queries.ts';

/** 提交审核: what is still missing is listed; with nothing missing the list goes to a second person. */
export function SubmitDialog({ dutyList, duties, onClose }: { dutyList: DutyListView; duties: readonly DutyView[]; onClose(): void }) {
  const cache = useQueryClient();
  const { mutate, isPending, error } = useMutation(
    endpoints.submitDutyList.mutationOptions({
      onSuccess: async () => {
        await cache.invalidateQueries({ queryKey: endpoints.key() });
        onClose();
      },
    }),
  );
  const problems = [
    ...(dutyList.year === null ? ['清单还没有确定年份'] : []),
    ...duties.flatMap(({ gaps, ordinal, goal }) =>
      gaps.length > 0 ? [`第 ${ordinal} 条“${goal.slice(0, 24)}”缺${gaps.map((gap) => gapLabel[gap]).join('、')}`] : [],
    ),
    ...duties.flatMap(({ proposed, ordinal, goal }) => (proposed.length > 0 ? [`第 ${ordinal} 条“${goal.slice(0, 24)}”有虚线内容没有确认`] : [])),
  ];
  return (
    <Dialog
      title={`提交《${dutyList.title}》审核`}
      onClose={onClose}
      submit={{ label: '提交审核', pending: isPending, disabled: problems.length > 0, act: () => mutate({ dutyListId: dutyList.id }) }}
    >
      {problems.length > 0 ? (
        <>
          <p>还差 {problems.length} 处，补齐后才能提交：</p>
          <ol className="quote">
            {problems.slice(0, 12).map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
            {problems.length > 12 && <li className="quiet">……还有 {problems.length - 12} 处</li>}
          </ol>
        </>
      ) : (
        <p>共 {duties.length} 条，要素齐全。提交后不能再改，由另一位有审核权限的同志审核；退回会写明理由。</p>
      )}
      <Refused error={error} />
    </Dialog>
  );
}
