/** 党组织类别: classes of Party organization; codes of the national system are kept in a mapping of their own. */
export const kinds = ['committee', 'working-committee', 'leading-group', 'general-branch', 'branch', 'joint-branch', 'temporary-branch'] as const;
export type Kind = (typeof kinds)[number];

export const kindLabel: Record<Kind, string> = {
  committee: '党委',
  'working-committee': '党工委',
  'leading-group': '党组',
  'general-branch': '党总支',
  branch: '党支部',
  'joint-branch': '联合党支部',
  'temporary-branch': '临时党支部',
};

/** 支部形式. */
export const forms = ['ordinary', 'area', 'industry', 'mobile', 'functional', 'online', 'joint-village'] as const;
export type Form = (typeof forms)[number];

export const formLabel: Record<Form, string> = {
  ordinary: '普通',
  area: '区域型',
  industry: '产业型',
  mobile: '流动型',
  functional: '功能型',
  online: '网络型',
  'joint-village': '联村',
};

/** 领域: the field of work an organization stands in. */
export const fields = ['village', 'community', 'office', 'school', 'hospital', 'state-enterprise', 'new-sector', 'town', 'county'] as const;
export type Field = (typeof fields)[number];

export const fieldLabel: Record<Field, string> = {
  village: '农村',
  community: '社区',
  office: '机关',
  school: '学校',
  hospital: '医院',
  'state-enterprise': '国有企业',
  'new-sector': '两新组织',
  town: '乡镇街道',
  county: '县级',
};
