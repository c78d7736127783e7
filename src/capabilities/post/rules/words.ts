/** 职务. */
export const titles = ['secretary', 'deputy-secretary', 'organization-member', 'publicity-member', 'discipline-member', 'first-secretary'] as const;
export type Title = (typeof titles)[number];

export const titleLabel: Record<Title, string> = {
  secretary: '书记',
  'deputy-secretary': '副书记',
  'organization-member': '组织委员',
  'publicity-member': '宣传委员',
  'discipline-member': '纪检委员',
  'first-secretary': '第一书记',
};
