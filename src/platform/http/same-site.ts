import type { FastifyRequest } from 'fastify';
import { Denied } from './sentences.ts';

const safe = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Refuse a change that another site's page asked for（跨站请求防护）. A browser says where a request comes from by itself
 * (Sec-Fetch-Site, Origin); a cookie without either is not believed. Programs with a bearer token are exempt: no page
 * makes a browser send one.
 */
export function checkSameSite(request: FastifyRequest, { token, byCookie }: { token: string; byCookie: boolean }): void {
  if (safe.includes(request.method) || (token && !byCookie)) return;
  const { origin, 'sec-fetch-site': site } = request.headers;
  const foreign = site === undefined ? origin !== undefined && hostOf(origin) !== request.host : site !== 'same-origin';
  const untold = site === undefined && origin === undefined && byCookie;
  if (foreign || untold) throw new Denied(403, 'CROSS_SITE', '这个请求不是从本系统的页面发出的，没有办理。请从本系统的页面重新操作。');
}

function hostOf(origin: string): string {
  return URL.canParse(origin) ? new URL(origin).host : '';
}
