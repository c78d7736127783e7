import { Readable } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import { AwsClient } from 'aws4fetch';
import { checked, digestOf } from './checked.ts';
import { type FileStore, partsOf } from './store.ts';

export interface S3Settings {
  endpoint: string;
  bucket: string;
  key: string;
  secret: string;
  region: string;
}

/** Keep files in an S3 bucket（对象存储）, addressed by path so that any compatible server will do. */
export function s3Store({ endpoint, bucket, key, secret, region }: S3Settings): FileStore {
  const client = new AwsClient({ accessKeyId: key, secretAccessKey: secret, service: 's3', region, retries: 3 });
  const root = `${endpoint.replace(/\/+$/, '')}/${bucket}`;
  const at = (sha256: string) => `${root}/${partsOf(sha256).join('/')}`;
  const answered = async (url: string, init: RequestInit, allowed: readonly number[]) => {
    const reply = await client.fetch(url, init);
    if (allowed.includes(reply.status)) return reply;
    throw new Error(`the S3 server answered ${reply.status} to ${init.method} ${url}: ${(await reply.text()).slice(0, 300)}`);
  };
  const has = async (sha256: string) => (await answered(at(sha256), { method: 'HEAD' }, [200, 404])).status === 200;

  return {
    place: `S3 ${root}`,
    has,
    put: async (bytes) => {
      const sha256 = digestOf(bytes);
      if (await has(sha256)) return sha256;
      const body = new Uint8Array(bytes);
      await answered(at(sha256), { method: 'PUT', body, headers: { 'content-length': String(body.byteLength) } }, [200]);
      return sha256;
    },
    open: async (sha256) => {
      const { body } = await answered(at(sha256), { method: 'GET' }, [200]);
      return checked(body ? Readable.fromWeb(body as ReadableStream) : Readable.from([]), sha256);
    },
    list: async function* () {
      let after = '';
      do {
        const query = new URLSearchParams({ 'list-type': '2', ...(after && { 'continuation-token': after }) });
        const page = await (await answered(`${root}?${query}`, { method: 'GET' }, [200])).text();
        for (const [, name = ''] of page.matchAll(/<Key>([0-9a-f]{2}\/[0-9a-f]{62})<\/Key>/g)) yield name.replace('/', '');
        after = page.match(/<NextContinuationToken>([^<]+)</)?.[1] ?? '';
      } while (after);
    },
  };
}
