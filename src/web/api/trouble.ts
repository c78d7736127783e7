import { ORPCError } from '@orpc/client';
import { Fault, SignedOut } from './send.ts';

/** What went wrong, as a person may read it（出错说明）. */
export interface Trouble {
  /** `changed`: somebody else was quicker (409); `refused`: a rule said no (422); `fault`: the system failed */
  kind: 'refused' | 'changed' | 'invalid' | 'denied' | 'missing' | 'signed-out' | 'fault';
  code: string;
  sentence: string;
  /** the rule that a refusal rests on */
  article?: string;
  /** what to tell the administrator */
  requestId?: string;
}

const kinds: Record<number, Trouble['kind']> = {
  400: 'invalid',
  401: 'signed-out',
  403: 'denied',
  404: 'missing',
  409: 'changed',
  413: 'invalid',
  415: 'invalid',
};

/** Explain an error（出错说明）: in the server's own sentence wherever it gave one. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof SignedOut) return { kind: 'signed-out', code: 'UNAUTHORIZED', sentence: error.message };
  if (error instanceof Fault) {
    return { kind: 'fault', code: String(error.status), sentence: error.message, ...(error.requestId ? { requestId: error.requestId } : {}) };
  }
  if (error instanceof ORPCError) {
    const data: unknown = error.data;
    return { kind: kinds[error.status] ?? 'refused', code: error.code, sentence: [error.message, ...issuesIn(data)].join(''), ...articleIn(data) };
  }
  return { kind: 'fault', code: 'BROWSER', sentence: '页面出错了。请刷新后重试。' };
}

function articleIn(data: unknown): { article?: string } {
  if (typeof data === 'object' && data !== null && 'article' in data && typeof data.article === 'string') return { article: data.article };
  return {};
}

function issuesIn(data: unknown): string[] {
  if (typeof data !== 'object' || data === null || !('issues' in data) || !Array.isArray(data.issues)) return [];
  const told = data.issues.flatMap((issue: unknown) =>
    typeof issue === 'object' && issue !== null && 'message' in issue && typeof issue.message === 'string' ? [issue.message] : [],
  );
  return told.length ? [`（${told.slice(0, 3).join('；')}）`] : [];
}
