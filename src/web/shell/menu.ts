/** 菜单: what stands at the left, each entry for whoever holds its permission. */
export const menu = [
  { label: '工作台', path: '/bench', permission: 'workbench.read' },
  { label: '讲话转清单', path: '/speech', permission: 'directive.edit' },
  { label: '责任清单', path: '/list', permission: 'duty.read' },
  { label: '任务看板', path: '/board', permission: 'work-item.read' },
  { label: '组织与党员', path: '/org', permission: 'organization.read' },
  { label: '指标', path: '/indicators', permission: 'indicator.read' },
  { label: '账号管理', path: '/admin/accounts', permission: 'system.administer' },
  { label: '运行情况', path: '/admin/jobs', permission: 'system.administer' },
  { label: '授权管理', path: '/admin/grants', permission: 'security.administer' },
  { label: '审计日志', path: '/admin/audit', permission: 'audit.read' },
] as const;
