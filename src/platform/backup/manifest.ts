import { z } from 'zod';

const Digest = z.string().regex(/^[0-9a-f]{64}$/);

/** What one part of a back-up holds, as it was counted while it was written. */
const Part = z.object({ name: z.string(), bytes: z.int(), sha256: Digest });

/** What a back-up holds（备份清单）. It stands at the end, because it is known only there. */
export const Manifest = z.object({
  format: z.literal(1),
  /** version of the program that wrote it, and of the database it read */
  version: z.string(),
  database: z.string(),
  createdAt: z.iso.datetime(),
  migrations: z.array(z.object({ name: z.string(), digest: Digest })),
  tables: z.array(Part.extend({ columns: z.array(z.string()), rows: z.int() })),
  sequences: z.array(z.object({ name: z.string(), value: z.string().regex(/^-?\d+$/) })),
  files: z.array(Part),
  /** files that were found altered or missing, and are not in it */
  damagedFiles: z.array(z.string()),
  /** the keyring, if it was asked for */
  keys: Part.nullable(),
});
export type Manifest = z.infer<typeof Manifest>;
