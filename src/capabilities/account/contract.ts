import { z } from 'zod';
import { endpoint, refusals } from '#kernel/endpoint';
import { flag, PageInput, pageOf } from '#kernel/page';
import { messages } from './messages.ts';
import { roleNames } from './rules/roles.ts';
import { type Step, steps } from './rules/sign-in.ts';

export type NextStep = Step;

const Next = z.object({ next: z.enum(steps) });

export const GrantView = z.object({
  id: z.uuid(),
  organizationId: z.uuid(),
  organizationName: z.string(),
  path: z.string(),
  role: z.enum(roleNames),
  roleLabel: z.string(),
  fromDay: z.iso.date(),
  toDay: z.iso.date().nullable(),
});
export type GrantView = z.infer<typeof GrantView>;

export const Me = z.object({
  account: z.object({ id: z.uuid(), name: z.string(), signInName: z.string(), staffNumber: z.string().nullable(), personId: z.uuid().nullable() }),
  county: z.object({ id: z.uuid(), name: z.string() }),
  /** the grant one works in now */
  grant: GrantView,
  /** what may be done in it: to show or hide, never to decide */
  permissions: z.array(z.string()),
  /** every grant one could switch to today, this one among them */
  grants: z.array(GrantView),
  next: z.enum(steps),
  mustChangePassword: z.boolean(),
  secondFactor: z.object({ required: z.boolean(), enrolled: z.boolean(), verified: z.boolean() }),
  /** 模拟数据: every page says so */
  simulated: z.boolean(),
  idleMinutes: z.int(),
  /** what a new password must have, for early advice */
  passwordRule: z.object({ length: z.int(), classes: z.int() }),
});
export type Me = z.infer<typeof Me>;

export const SessionView = z.object({
  id: z.uuid(),
  openedAt: z.iso.datetime(),
  lastSeenAt: z.iso.datetime(),
  address: z.string(),
  agent: z.string(),
  own: z.boolean(),
});
export type SessionView = z.infer<typeof SessionView>;

/** 账号, as administrators see it: no business data. */
export const AccountView = z.object({
  id: z.uuid(),
  name: z.string(),
  signInName: z.string(),
  staffNumber: z.string().nullable(),
  disabled: z.boolean(),
  lockedUntil: z.iso.datetime().nullable(),
  mustChangePassword: z.boolean(),
  secondFactorEnrolled: z.boolean(),
  createdAt: z.iso.datetime(),
  may: z.array(z.enum(['reset-password', 'disable', 'enable', 'grant', 'reset-second-factor'])),
});
export type AccountView = z.infer<typeof AccountView>;

const GrantOfAccount = GrantView.extend({ state: z.enum(['future', 'current', 'ended']), may: z.array(z.enum(['end'])) });

const password = z.string().min(1).max(200);
const signInName = z
  .string()
  .trim()
  .regex(/^[\p{L}\p{N}._-]{2,40}$/u, '登录名为 2 到 40 个字母、数字、汉字或 . _ -');
const name = z.string().trim().min(2).max(40);
const code = z.string().regex(/^\d{6}$/, '验证码是 6 位数字');

const NewAdministrator = z.object({ name, signInName, password });

export const SetUpInput = z.object({
  county: z.object({ name: z.string().trim().min(2).max(40), code: z.string().regex(/^\d{6}$/, '行政区划代码是 6 位数字') }),
  /** 县级党组织: the root of the tree */
  organization: z.object({ name: z.string().trim().min(2).max(60), setUpOn: z.iso.date() }),
  administrators: z.object({ system: NewAdministrator, security: NewAdministrator, audit: NewAdministrator }),
  /** digest of the journal's seals, for ever */
  digest: z.enum(['sha256', 'sm3']).default('sha256'),
});
export type SetUpInput = z.infer<typeof SetUpInput>;

const beforeSignIn = { permission: 'anyone', place: 'installation' };
const anyStep = { permission: 'account.session', place: 'grant' };
const own = { permission: 'account.own', place: 'grant' };
const system = { permission: 'system.administer', place: 'grant' };
const ofAccount = z.object({ accountId: z.uuid() });
const AccountFilters = PageInput.extend({ q: z.string().trim().max(40).default(''), disabled: flag });

export const contract = {
  /** 系统状态: what the first page must know before anybody signed in. */
  readInstallation: endpoint
    .route({ method: 'GET', path: '/installation', summary: '系统状态' })
    .meta(beforeSignIn)
    .output(z.object({ state: z.enum(['empty', 'ready']), simulated: z.boolean(), passwordRule: Me.shape.passwordRule })),

  /** 初始化: county, root organization and the three administrators, once, in an empty installation. */
  setUp: endpoint
    .route({ method: 'POST', path: '/installation', summary: '初始化' })
    .meta(beforeSignIn)
    .errors(refusals(messages))
    .input(SetUpInput)
    .output(z.object({ organizationId: z.uuid() })),

  /** 登录: by sign-in name or staff number; the answer sets the session cookie and says what comes next. */
  signIn: endpoint
    .route({ method: 'POST', path: '/session', summary: '登录' })
    .meta(beforeSignIn)
    .errors(refusals(messages))
    .input(z.object({ name: z.string().trim().min(1).max(60), password }))
    .output(Next),

  signOut: endpoint
    .route({ method: 'DELETE', path: '/session', summary: '退出登录' })
    .meta(anyStep)
    .output(z.object({ ended: z.boolean() })),

  me: endpoint.route({ method: 'GET', path: '/me', summary: '我的账号与授权' }).meta(anyStep).output(Me),

  changePassword: endpoint
    .route({ method: 'POST', path: '/me/password', summary: '修改密码' })
    .meta({ permission: 'account.password', place: 'grant' })
    .errors(refusals(messages))
    .input(z.object({ current: password, next: password }))
    .output(Next.extend({ endedSessions: z.int() })),

  /** 绑定验证器: a new secret, shown once as text and as a code to scan; it counts after `confirmSecondFactor`. */
  enrolSecondFactor: endpoint
    .route({ method: 'POST', path: '/me/second-factor', summary: '绑定验证器' })
    .meta({ permission: 'account.enrol', place: 'grant' })
    .errors(refusals(messages))
    .output(z.object({ secret: z.string(), uri: z.string(), svg: z.string() })),

  confirmSecondFactor: endpoint
    .route({ method: 'POST', path: '/me/second-factor/confirmation', summary: '确认绑定验证器' })
    .meta({ permission: 'account.enrol', place: 'grant' })
    .errors(refusals(messages))
    .input(z.object({ code }))
    .output(Next),

  verifySecondFactor: endpoint
    .route({ method: 'POST', path: '/session/second-factor', summary: '校验动态验证码' })
    .meta({ permission: 'account.verify', place: 'grant' })
    .errors(refusals(messages))
    .input(z.object({ code }))
    .output(Next),

  listSessions: endpoint
    .route({ method: 'GET', path: '/me/sessions', summary: '我的登录' })
    .meta(own)
    .output(z.object({ rows: z.array(SessionView) })),

  endSession: endpoint
    .route({ method: 'DELETE', path: '/me/sessions/{sessionId}', summary: '结束一次登录' })
    .meta(own)
    .input(z.object({ sessionId: z.uuid() }))
    .output(z.object({ ended: z.boolean() })),

  /** 切换授权: one works in one grant at a time. */
  switchGrant: endpoint
    .route({ method: 'PUT', path: '/me/grant', summary: '切换授权' })
    .meta(own)
    .errors(refusals(messages))
    .input(z.object({ grantId: z.uuid() }))
    .output(GrantView),

  /** 账号列表, for the system and the security administrator. */
  listAccounts: endpoint
    .route({ method: 'GET', path: '/accounts', summary: '账号列表' })
    .meta({ permission: 'account.read', place: 'grant' })
    .input(AccountFilters)
    .output(pageOf(AccountView)),

  /** 导出账号: no secrets, and roles only for the security administrator, who alone may read them; a recorded act, and a POST. */
  exportAccounts: endpoint
    .route({ method: 'POST', path: '/accounts/exports', summary: '导出账号列表 Excel' })
    .meta({ permission: 'account.read', place: 'grant' })
    .input(AccountFilters.omit({ page: true, size: true }))
    .output(z.file()),

  createAccount: endpoint
    .route({ method: 'POST', path: '/accounts', summary: '新建账号' })
    .meta(system)
    .errors(refusals(messages))
    .input(z.object({ name, signInName, staffNumber: signInName.optional() }))
    /** the initial password is told once */
    .output(z.object({ account: AccountView, initialPassword: z.string() })),

  resetPassword: endpoint
    .route({ method: 'POST', path: '/accounts/{accountId}/password', summary: '重置密码' })
    .meta({ permission: 'system.administer', place: 'accountId' })
    .errors(refusals(messages))
    .input(ofAccount)
    .output(z.object({ account: AccountView, initialPassword: z.string() })),

  setAvailability: endpoint
    .route({ method: 'PUT', path: '/accounts/{accountId}/availability', summary: '停用或恢复账号' })
    .meta({ permission: 'system.administer', place: 'accountId' })
    .errors(refusals(messages))
    .input(ofAccount.extend({ available: z.boolean() }))
    .output(AccountView),

  listGrants: endpoint
    .route({ method: 'GET', path: '/accounts/{accountId}/grants', summary: '账号的授权' })
    .meta({ permission: 'security.administer', place: 'accountId' })
    .input(ofAccount)
    .output(z.object({ account: AccountView, rows: z.array(GrantOfAccount) })),

  grantRole: endpoint
    .route({ method: 'POST', path: '/accounts/{accountId}/grants', summary: '授予角色' })
    .meta({ permission: 'security.administer', place: 'accountId' })
    .errors(refusals(messages))
    .input(ofAccount.extend({ organizationId: z.uuid(), role: z.enum(roleNames), fromDay: z.iso.date().optional(), toDay: z.iso.date().nullish() }))
    .output(GrantOfAccount),

  endGrant: endpoint
    .route({ method: 'POST', path: '/grants/{grantId}/end', summary: '收回角色' })
    .meta({ permission: 'security.administer', place: 'grantId' })
    .errors(refusals(messages))
    .input(z.object({ grantId: z.uuid(), toDay: z.iso.date().optional() }))
    .output(GrantOfAccount),

  /** 解除验证器: for who lost the phone; the security administrator may not do it to himself. */
  resetSecondFactor: endpoint
    .route({ method: 'DELETE', path: '/accounts/{accountId}/second-factor', summary: '解除验证器绑定' })
    .meta({ permission: 'security.administer', place: 'accountId' })
    .errors(refusals(messages))
    .input(ofAccount)
    .output(AccountView),

  /** 选择授权的党组织: names only. */
  findGrantPlaces: endpoint
    .route({ method: 'GET', path: '/grant-places', summary: '查找可授权的党组织' })
    .meta({ permission: 'security.administer', place: 'grant' })
    .input(PageInput.extend({ q: z.string().trim().max(60).default('') }))
    .output(pageOf(z.object({ id: z.uuid(), name: z.string(), parentName: z.string().nullable(), root: z.boolean() }))),

  /** 角色一览: every role with its permissions. */
  listRoles: endpoint
    .route({ method: 'GET', path: '/roles', summary: '角色一览' })
    .meta({ permission: 'account.read', place: 'grant' })
    .output(
      z.object({ rows: z.array(z.object({ role: z.enum(roleNames), label: z.string(), administrator: z.boolean(), permissions: z.array(z.string()) })) }),
    ),
};
