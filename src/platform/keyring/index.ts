/** Authenticated encryption of single values（密钥环）; the keys lie outside the database and its back-ups. */
export interface Keyring {
  /** @param about - id of the row; a cipher moved to another row does not open */
  seal(plain: string, about: string): Buffer;
  /** @throws when the cipher was altered, moved, or sealed with a key that is not here */
  open(cipher: Buffer, about: string): string;
}
