import type { Facts, Messages } from '#kernel/decision';

export const messages = {
  'work-item.move-not-legal': ({ move, state }: Facts) => `任务${state}，现在不能${move}。`,
  'work-item.not-the-doer': ({ organization }: Facts) => `这件任务由${organization}承办，只有承办单位才能办理这一步。`,
  'work-item.own-verification': () => '报结人、佐证经办人不能核验自己的任务，请由另一位同志核验。',
  'work-item.doer-organization-verifies': () => '承办单位不能核验自己的任务，须由上级或牵头单位核验。',
  'work-item.not-lead': () => '您所在单位不是承办单位的上级，也不是这一事项的牵头单位，不能核验。',
  'work-item.not-issuer': ({ issuer }: Facts) => `这件任务由${issuer}下达，销号由下达单位或其上级办理。`,
  'work-item.evidence-id-taken': () => '这条佐证的编号已经用于另一条不同的记录，没有保存。请重新登记一条。',
  'work-item.no-evidence': () => '还没有佐证，不能报结。请先登记一条佐证：文件、记录或受益人确认，任选其一。',
  'work-item.return-needs-reason': () => '退回须写明理由，承办单位才知道怎么改。',
  'work-item.changed-meanwhile': ({ by }: Facts) => `这件任务刚刚被${by}办理过，页面上的状态已经过时。请刷新后再办。`,
  'work-item.happened-in-future': ({ day }: Facts) => `发生日期 ${day} 还没有到。请填实际发生的日期。`,
  'work-item.happened-before-dispatch': ({ day, earliest }: Facts) => `发生日期 ${day} 早于可采信的最早日期 ${earliest}。以往的工作请写进说明。`,
  'work-item.evidence-withdrawn': () => '这条佐证已经撤回。',
  'work-item.evidence-locked': () => '任务已经报结，佐证不能再撤回。需要更正的，请先撤回报结。',
  'work-item.withdrawal-needs-reason': () => '撤回佐证须写明理由。',
  'work-item.file-of-another-list': ({ name }: Facts) => `“${name}”已经是另一份清单的佐证，那份清单的牵头单位看得到它。请重新上传一次再登记。`,
  'work-item.document-missing': () => '“文件”类佐证须附上文件。只有一句话要说的，请选“记录”。',
  'work-item.beneficiary-missing': () => '受益人确认须写明是谁确认的。',
} satisfies Messages;
