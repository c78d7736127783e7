import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

/** Authenticated encryption of single values（密钥环）; the keys lie outside the database and its back-ups. */
export interface Keyring {
  /** @param about - id of the row; a cipher moved to another row does not open */
  seal(plain: string, about: string): Buffer;
  /** @throws {KeyringError} when the cipher was altered, moved, or sealed with a key that is not here */
  open(cipher: Buffer, about: string): string;
  /** The same keys for another purpose: a cipher of one purpose does not open under another. */
  for(purpose: string): Keyring;
}

/** A master key, of which every purpose derives its own. The first one seals; all of them open. */
export interface MasterKey {
  /** 8 hex digits, written into each cipher so that keys can be rotated */
  id: string;
  secret: Buffer;
}

/** A cipher that does not open. Its sentence says what to look for, never what was inside. */
export class KeyringError extends Error {}

const algorithm = 'aes-256-gcm';
const format = 1;
const idBytes = 4;
const ivBytes = 12;
const tagBytes = 16;
const headBytes = 1 + idBytes + ivBytes + tagBytes;

/** Build a keyring over master keys（由主密钥派生）. */
export function keyringOf(keys: readonly MasterKey[], purpose = 'value'): Keyring {
  const derived = new Map(keys.map(({ id, secret }) => [id, Buffer.from(hkdfSync('sha256', secret, Buffer.from(id, 'hex'), `hangji ${purpose}`, 32))]));
  const [current] = keys;
  if (!current) throw new KeyringError('密钥环里没有密钥。');
  const context = (about: string): Buffer => Buffer.from(`${purpose}\n${about}`);
  const keyOf = (id: string): Buffer => {
    const key = derived.get(id);
    if (!key) throw new KeyringError(`加密这个值的密钥（${id}）不在密钥环里。请找回当时的 keyring.json，或从备份介质恢复。`);
    return key;
  };

  return {
    for: (other) => keyringOf(keys, other),
    seal: (plain, about) => {
      const iv = randomBytes(ivBytes);
      const cipher = createCipheriv(algorithm, keyOf(current.id), iv).setAAD(context(about));
      const body = Buffer.concat([cipher.update(plain, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(format), Buffer.from(current.id, 'hex'), iv, cipher.getAuthTag(), body]);
    },
    open: (sealed, about) => {
      if (sealed.length < headBytes || sealed[0] !== format) throw new KeyringError('密文不完整，或不是本系统加密的。');
      const key = keyOf(sealed.subarray(1, 1 + idBytes).toString('hex'));
      const iv = sealed.subarray(1 + idBytes, 1 + idBytes + ivBytes);
      const decipher = createDecipheriv(algorithm, key, iv).setAAD(context(about));
      decipher.setAuthTag(sealed.subarray(headBytes - tagBytes, headBytes));
      try {
        return Buffer.concat([decipher.update(sealed.subarray(headBytes)), decipher.final()]).toString('utf8');
      } catch {
        throw new KeyringError('密文被改动过，或被移到了别的记录上，不能打开。请从备份核对这条记录。');
      }
    },
  };
}
