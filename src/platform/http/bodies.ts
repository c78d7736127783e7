import type { FastifyInstance, FastifyRequest } from 'fastify';
import { Denied, unsupported } from './sentences.ts';

/** Most bytes of a request's body, by what it brings; a form's own lines come on top of the file. */
export const bodyLimits = { json: 1_048_576, upload: 20 * 1_048_576 + 65_536 } as const;

const json = 'application/json';
const form = 'multipart/form-data';
/** A file that may be left out leaves an ordinary body. */
export const takenBy = ({ upload, mayLackFile }: { upload: boolean; mayLackFile: boolean }): string[] =>
  !upload ? [json] : mayLackFile ? [form, json] : [form];

/** Read JSON and forms, and nothing else（请求内容）: another type is 415, a longer body 413. */
export function addBodies(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser('error', 'error');
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(json, { parseAs: 'string' }, (request, body, done) => {
    if (body === '') done(null, undefined);
    else parseJson(request, String(body), done);
  });
  app.addContentTypeParser(form, { parseAs: 'buffer' }, (request, body, done) => {
    formOf(request, body).then(
      (data) => done(null, data),
      () => done(new Denied(400, 'TORN_UPLOAD', '上传的内容不完整。请检查网络后重新上传。')),
    );
  });
}

const formOf = (request: FastifyRequest, body: string | Buffer): Promise<FormData> =>
  new Response(typeof body === 'string' ? body : new Uint8Array(body), { headers: { 'content-type': String(request.headers['content-type']) } }).formData();

/** Refuse a type the route does not take before its body is read. */
export async function checkType(request: FastifyRequest): Promise<void> {
  const type = request.headers['content-type'];
  const { takes } = request.routeOptions.config;
  if (type !== undefined && takes !== undefined && !takes.some((taken) => type.toLowerCase().startsWith(taken))) throw unsupported(request);
}
