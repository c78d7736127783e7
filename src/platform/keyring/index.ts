export { openKeyring } from './folder.ts';
export { type Keyring, KeyringError } from './keyring.ts';
