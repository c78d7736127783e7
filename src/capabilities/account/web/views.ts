export type { AccountView, GrantView } from '../contract.ts';
