import { randomInt } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// OWASP's figures for Argon2id: 19 MiB, two passes, one lane; some 20 ms on an office machine.
const strength = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** Hash a password with Argon2id（密码散列）: slow, salted, its parameters inside the text. */
export const hashPassword = (password: string): Promise<string> => hash(password, strength);

/** Does the password belong to the hash? A text that is no hash belongs to no password. */
export const passwordMatches = (passwordHash: string, password: string): Promise<boolean> => verify(passwordHash, password).catch(() => false);

let nobodys: Promise<string> | undefined;

/** Take as long as for a known name, so that the time of an answer tells nobody which names exist. */
export async function matchNobody(password: string): Promise<false> {
  nobodys ??= hashPassword('nobody has this password');
  await passwordMatches(await nobodys, password);
  return false;
}

// Without letters and digits that look alike on paper.
const alphabets = ['abcdefghijkmnpqrstuvwxyz', 'ABCDEFGHJKLMNPQRSTUVWXYZ', '23456789'];

/** Draw an initial password（初始密码）, told once and changed at the first sign-in: 12 characters of three classes. */
export function drawPassword(): string {
  const pick = (letters: string) => letters.charAt(randomInt(letters.length));
  const drawn = Array.from({ length: 12 }, (_, index) => pick(alphabets[index % 3] ?? ''));
  for (let index = drawn.length - 1; index > 0; index--) {
    const other = randomInt(index + 1);
    [drawn[index], drawn[other]] = [drawn[other] ?? '', drawn[index] ?? ''];
  }
  return drawn.join('');
}
