import { createHash } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import { create } from 'qrcode';
import type { Keyring } from '#platform/keyring';

const period = 30;
/** Codes of the step before and after count too: clocks differ. */
const drift = 1;

const totpOf = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer: '夯基', label, algorithm: 'SHA1', digits: 6, period, secret: Secret.fromBase32(secret) });

/** Draw a secret of 160 bits（验证器密钥）, in base 32. */
export const drawSecret = (): string => new Secret({ size: 20 }).base32;

/** A secret that a simulated installation prints beside its demo accounts; derived, so that it is the same every time. */
export const simulatedSecret = (signInName: string): string => {
  const bytes = createHash('sha256').update(`hangji-simulated\n${signInName}`).digest().subarray(0, 20);
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32;
};

/** The code an authenticator shows now. */
export const codeNow = (secret: string, at = Date.now()): string => totpOf(secret).generate({ timestamp: at });

/** Which time step a code belongs to（时间步）, or nothing when it belongs to none near now. */
export function stepOf(secret: string, code: string, at = Date.now()): number | undefined {
  const delta = totpOf(secret).validate({ token: code, window: drift, timestamp: at });
  return delta === null ? undefined : Math.floor(at / 1000 / period) + delta;
}

/** What an authenticator scans（绑定二维码）. */
export function enrolment(secret: string, signInName: string): { secret: string; uri: string; svg: string } {
  const uri = totpOf(secret, signInName).toString();
  return { secret, uri, svg: draw(uri) };
}

/** Draw a QR code as SVG（二维码）with a quiet zone of four modules, one path and no style. */
function draw(text: string): string {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules;
  const dark = [...data].flatMap((bit, index) => (bit ? [`M${(index % size) + 4} ${Math.floor(index / size) + 4}h1v1h-1z`] : []));
  const side = size + 8;
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h${side}v${side}H0z"/><path d="${dark.join('')}"/></svg>`;
}

/** Columns of a simulated administrator's account（模拟验证器）, enrolled already with the secret that the greeting prints. */
export const simulatedSecondFactor = (keyring: Keyring, accountId: string, signInName: string) => ({
  totp_cipher: keyring.for('second-factor').seal(simulatedSecret(signInName), accountId),
  totp_confirmed: true,
});
