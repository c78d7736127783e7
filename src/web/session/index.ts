export { accounts, enterDesk, type Session, signOut, switchGrant, useMe } from './session.ts';
