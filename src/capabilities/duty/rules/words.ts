/** 清单状态: where a responsibility list stands between its first draft and its issue. */
export const listStates = ['drafting', 'in-review', 'returned', 'approved', 'issued'] as const;
export type ListState = (typeof listStates)[number];

export const listStateLabel: Record<ListState, string> = {
  drafting: '起草中',
  'in-review': '审核中',
  returned: '已退回',
  approved: '审核通过',
  issued: '已印发',
};

/** 领域: the field a duty is meant for; `all` means every field. */
export const dutyFields = ['all', 'village', 'community', 'office', 'school', 'hospital', 'state-enterprise', 'new-sector', 'town'] as const;
export type DutyField = (typeof dutyFields)[number];

export const dutyFieldLabel: Record<DutyField, string> = {
  all: '各领域',
  village: '农村',
  community: '社区',
  office: '机关',
  school: '学校',
  hospital: '医院',
  'state-enterprise': '国有企业',
  'new-sector': '两新组织',
  town: '乡镇街道',
};
