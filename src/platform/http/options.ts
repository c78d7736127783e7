const levels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
export type LogLevel = (typeof levels)[number];

/** What an installation decides about its server（服务设置）. */
export interface ServerOptions {
  /** least level that is logged */
  logLevel: LogLevel;
  /** where log lines go; standard output when absent */
  logTo?: { write(line: string): void };
  /** bearer token that opens /metrics from elsewhere than this machine */
  metricsToken?: string;
  /** whose X-Forwarded-* headers are believed: addresses or `loopback`; nobody's when absent */
  trustProxy?: string;
  /** TLS is spoken in front of us, whatever the request says */
  tls: boolean;
  /** most requests a minute: of one session or address, and of sign-ins of one name, and from one address */
  limits: { requests: number; signIns: number; signInsFromAddress: number };
  /** newest migration the program knows; /readyz compares */
  newestMigration?: string;
}

const isLevel = (level: string | undefined): level is LogLevel => levels.some((known) => known === level);
const countOf = (text: string | undefined, usual: number): number => (text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : usual);

/** Read the server's options from the environment（读取设置）: HANGJI_LOG, HANGJI_METRICS_TOKEN, HANGJI_TRUST_PROXY, HANGJI_TLS, HANGJI_REQUESTS_PER_MINUTE, HANGJI_SIGN_INS_PER_MINUTE. */
export function serverOptions(environment: NodeJS.ProcessEnv): ServerOptions {
  const { HANGJI_LOG, HANGJI_METRICS_TOKEN, HANGJI_TRUST_PROXY, HANGJI_TLS, HANGJI_REQUESTS_PER_MINUTE, HANGJI_SIGN_INS_PER_MINUTE } = environment;
  const tls = HANGJI_TLS === '1' || HANGJI_TLS === 'true';
  // A proxy that speaks TLS for us stands on this machine, unless it is named.
  const trustProxy = HANGJI_TRUST_PROXY || (tls ? 'loopback' : undefined);
  return {
    logLevel: isLevel(HANGJI_LOG) ? HANGJI_LOG : 'warn',
    tls,
    limits: {
      requests: countOf(HANGJI_REQUESTS_PER_MINUTE, 1_200),
      signIns: countOf(HANGJI_SIGN_INS_PER_MINUTE, 10),
      signInsFromAddress: countOf(HANGJI_SIGN_INS_PER_MINUTE, 10) * 12,
    },
    ...(HANGJI_METRICS_TOKEN ? { metricsToken: HANGJI_METRICS_TOKEN } : {}),
    ...(trustProxy ? { trustProxy } : {}),
  };
}
