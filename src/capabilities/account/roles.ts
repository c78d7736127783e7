import type { Role } from './rules/roles.ts';
import type { Step } from './rules/sign-in.ts';

/** What everybody may do with the own account, in the step of signing in that has been reached. */
export const ownPermissions = {
  'verify-second-factor': ['account.session', 'account.verify'],
  'change-password': ['account.session', 'account.password'],
  'enrol-second-factor': ['account.session', 'account.enrol'],
  ready: ['account.session', 'account.password', 'account.own'],
} as const satisfies Record<Step, readonly string[]>;

const reading = [
  'organization.read',
  'post.read',
  'member.count',
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
  member: ['organization.read', 'post.read', 'member.count', 'work-item.read', 'attachment.read'],
  /** 牵头、配合单位经办人 */
  'lead-office': [...reading, 'work-item.do', 'work-item.review'],
  /** 督导组 */
  supervisor: [...reading, 'work-item.review'],
  /**
   * 系统管理员: runs it and opens accounts; reads no business data, grants nothing. In an empty installation somebody must
   * enter the bare tree before anybody can be granted anything in it, so he may; what is in the tree he may not see.
   */
  'system-administrator': ['system.administer', 'account.read', 'organization.read', 'organization.edit'],
  /** 安全保密管理员: grants roles; opens no accounts */
  'security-administrator': ['security.administer', 'account.read'],
  /** 安全审计员: reads the journal; changes nothing */
  'audit-administrator': ['audit.read'],
} as const satisfies Record<Role, readonly string[]>;

/** Every permission that somebody can have; an endpoint that asks for another does not start. */
export const allPermissions: readonly string[] = [...new Set([...Object.values(roles), ...Object.values(ownPermissions)].flat())];
