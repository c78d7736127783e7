declare module 's3rver' {
  /** An S3 server for tests（the part of it that we use）. It refuses unknown keys, and does not check version 4 signatures. */
  export default class S3rver {
    constructor(settings: { port: number; address: string; silent: boolean; directory: string; configureBuckets: { name: string; configs: string[] }[] });
    run(): Promise<{ port: number }>;
    close(): Promise<void>;
  }
}
