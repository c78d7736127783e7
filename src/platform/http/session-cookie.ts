import type { FastifyReply, FastifyRequest } from 'fastify';

const name = 'session';

/** The token of a program's `Authorization` header, or of a browser's cookie; a program is not tricked by a strange page. */
export function tokenOf(request: FastifyRequest): { token: string; byCookie: boolean } {
  const { cookie, authorization } = request.headers;
  const bearer = authorization?.match(/^Bearer (\S+)$/)?.[1];
  if (bearer) return { token: bearer, byCookie: false };
  const token = cookie?.match(/(?:^|; ?)session=([^;]+)/)?.[1] ?? '';
  return { token, byCookie: token !== '' };
}

/** Is TLS spoken up to us, or up to the proxy we believe? */
export const isSecure = (request: FastifyRequest, tls: boolean): boolean => tls || request.protocol === 'https';

/** The session's cookie: no script reads it, no other site sends it; it ends with the browser, and before that on the server. */
export function setSessionCookie(reply: FastifyReply, token: string | undefined, secure: boolean): void {
  const life = token === undefined ? '; Max-Age=0' : '';
  reply.header('set-cookie', `${name}=${token ?? ''}; Path=/; HttpOnly; SameSite=Strict${secure ? '; Secure' : ''}${life}`);
}
