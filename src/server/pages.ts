import { existsSync } from 'node:fs';
import { join } from 'node:path';
import files from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

const year = 365 * 24 * 60 * 60;

/**
 * Serve the built pages（页面）: desk at `/`, phone at `/m/`. Each shell has one page, which its router opens at any address below.
 *
 * What carries a digest in its name is kept by browsers for ever, compressed when it was built; the two pages are asked for
 * each time, so that a release shows at once.
 */
export async function mountPages(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(join(folder, 'index.html'))) {
    app.get('/', (request, reply) => errorPage(request, reply, 503, '页面还没有构建。请用 npm start 启动，它会先构建页面。'));
    return;
  }
  await app.register(files, { root: folder, wildcard: false, preCompressed: true, cacheControl: false, index: false, setHeaders: cacheHeaders });
  app.get('/', (_, reply) => reply.sendFile('index.html'));
  app.get('/m', (_, reply) => reply.redirect('/m/'));
  app.get('/*', (request, reply) => {
    const path = request.url.split('?', 1)[0] ?? '';
    if (/\.[a-z0-9]{1,8}$/i.test(path)) return errorPage(request, reply, 404, '没有这个文件。页面可能已经更新，请刷新后再试。');
    return reply.sendFile(path.startsWith('/m/') ? 'm/index.html' : 'index.html');
  });
}

function cacheHeaders(reply: { setHeader(name: string, value: string): void }, path: string): void {
  const lasting = /[\\/]assets[\\/]/.test(path);
  reply.setHeader('cache-control', lasting ? `public, max-age=${year}, immutable` : 'no-cache');
}

/** A page that needs nothing else（出错页）: what happened, and the request id to tell the administrator. */
function errorPage(request: FastifyRequest, reply: FastifyReply, status: number, sentence: string): FastifyReply {
  return reply
    .status(status)
    .header('cache-control', 'no-store')
    .type('text/html; charset=utf-8')
    .send(`<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>夯基</title></head>
<body><main><h1>打不开这一页</h1><p>${sentence}</p><p>请求编号：${request.id.replace(/[^\w-]/g, '')}</p><p><a href="/">回到首页</a></p></main></body></html>
`);
}
