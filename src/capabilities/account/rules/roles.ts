/** Every role（角色）that can be granted at an organization. */
export const roleNames = [
  'organization-department',
  'committee-secretary',
  'party-affairs',
  'branch-secretary',
  'member',
  'lead-office',
  'supervisor',
  'system-administrator',
  'security-administrator',
  'audit-administrator',
] as const;
export type Role = (typeof roleNames)[number];

/** 三员: granted at the county's root only, one to an account, never beside a business role. */
export const administratorRoles = ['system-administrator', 'security-administrator', 'audit-administrator'] as const;
export type AdministratorRole = (typeof administratorRoles)[number];

export const isAdministrator = (role: Role): role is AdministratorRole => (administratorRoles as readonly Role[]).includes(role);

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
