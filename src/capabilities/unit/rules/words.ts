/** 单位类别. */
export const unitKinds = ['village', 'community', 'office', 'school', 'hospital', 'state-enterprise', 'private-enterprise', 'social-organization'] as const;
export type UnitKind = (typeof unitKinds)[number];

export const unitKindLabel: Record<UnitKind, string> = {
  village: '行政村',
  community: '社区',
  office: '机关',
  school: '学校',
  hospital: '医院',
  'state-enterprise': '国有企业',
  'private-enterprise': '非公有制企业',
  'social-organization': '社会组织',
};
