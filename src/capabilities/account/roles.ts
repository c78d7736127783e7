const reading = [
  'organization.read',
  'work-item.read',
  'duty.read',
  'directive.read',
  'indicator.read',
  'workbench.read',
  'attachment.read',
  'attachment.upload',
] as const;
const registers = ['member.read', 'person.read', 'unit.read'] as const;

/** What each role may do（角色权限）, wherever it is granted. */
export const roles = {
  /** 组织部门干部 */
  'organization-department': [
    ...reading,
    ...registers,
    'organization.edit',
    'person.edit',
    'person.open',
    'member.edit',
    'member.export',
    'post.edit',
    'unit.edit',
    'directive.edit',
    'duty.edit',
    'duty.review',
    'duty.issue',
    'duty.dispatch',
    'work-item.review',
  ],
  /** 党委（党组、工委）书记、副书记 */
  'committee-secretary': [...reading, ...registers, 'duty.review', 'duty.issue', 'duty.dispatch', 'work-item.do', 'work-item.review'],
  /** 党务工作者 */
  'party-affairs': [
    ...reading,
    ...registers,
    'organization.edit',
    'person.edit',
    'person.open',
    'member.edit',
    'post.edit',
    'unit.edit',
    'directive.edit',
    'duty.edit',
    'duty.dispatch',
    'work-item.do',
    'work-item.review',
  ],
  /** 支部书记、支委 */
  'branch-secretary': [...reading, ...registers, 'work-item.do'],
  /** 党员 */
  member: ['organization.read', 'work-item.read', 'attachment.read'],
  /** 牵头、配合单位经办人 */
  'lead-office': [...reading, 'work-item.do', 'work-item.review'],
  /** 督导组 */
  supervisor: [...reading, 'work-item.review'],
  /** 系统管理员: runs it and opens accounts; reads no business data, grants nothing */
  'system-administrator': ['system.administer'],
  /** 安全保密管理员: grants roles; opens no accounts */
  'security-administrator': ['security.administer'],
  /** 安全审计员: reads the journal; changes nothing */
  'audit-administrator': ['audit.read'],
} as const satisfies Record<string, readonly string[]>;

export type Role = keyof typeof roles;

export const roleLabel: Record<Role, string> = {
  'organization-department': '组织部门',
  'committee-secretary': '党委（党组）书记',
  'party-affairs': '党务工作者',
  'branch-secretary': '支部书记',
  member: '党员',
  'lead-office': '牵头单位',
  supervisor: '督导组',
  'system-administrator': '系统管理员',
  'security-administrator': '安全保密管理员',
  'audit-administrator': '安全审计员',
};
