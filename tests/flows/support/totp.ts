import { Secret, TOTP } from 'otpauth';

/** What an authenticator shows now（动态验证码）. */
export const codeOf = (secret: string): string => new TOTP({ secret: Secret.fromBase32(secret) }).generate();
