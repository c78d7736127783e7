import { type Algorithm, rootOf, sealDigest } from './merkle.ts';

/** A seal noted down outside the database（外存封条）; it shows when the newest seals were cut off. */
export interface SealMark {
  number: number;
  /** in hex */
  digest: string;
}

export interface Finding {
  seal: number;
  problem: 'seal missing' | 'seal altered' | 'entries missing or added' | 'entries altered or reordered' | 'entries without a seal' | 'file torn';
}

/** A seal as it was written（封条）. */
export interface Seal {
  number: number;
  entries: number;
  algorithm: Algorithm;
  root: Buffer;
  digest: Buffer;
}

/** What an inspection found（核验结果）. */
export interface Inspection {
  /** oldest first; empty when every entry stands as it was sealed */
  findings: Finding[];
  seals: number;
  entries: number;
  /** the newest seal, to note down outside */
  last: SealMark | undefined;
}

/** Check seals one after the other, from the first（逐封核验）; database and exported file are read differently and checked alike. */
export function checker(mark?: SealMark) {
  const findings: Finding[] = [];
  let before: Seal | undefined;
  let entries = 0;
  let seals = 0;
  let marked: boolean | undefined;

  return {
    /** @param lines - the entries found under the seal, in order */
    add(seal: Seal, lines: readonly string[]): void {
      const { number, algorithm, root, digest } = seal;
      const expected = (before?.number ?? 0) + 1;
      if (number !== expected) findings.push({ seal: expected, problem: 'seal missing' });
      else if (!sealDigest(algorithm, before?.digest, number, seal.entries, root).equals(digest)) findings.push({ seal: number, problem: 'seal altered' });
      if (lines.length !== seal.entries || lines.length === 0) findings.push({ seal: number, problem: 'entries missing or added' });
      else if (!rootOf(algorithm, lines).equals(root)) findings.push({ seal: number, problem: 'entries altered or reordered' });
      if (number === mark?.number) marked = digest.toString('hex') === mark.digest;
      entries += lines.length;
      seals += 1;
      before = seal;
    },
    find(finding: Finding): void {
      findings.push(finding);
    },
    finish(): Inspection {
      if (mark && !marked) findings.push({ seal: mark.number, problem: marked === undefined ? 'seal missing' : 'seal altered' });
      return { findings, seals, entries, last: before && { number: before.number, digest: before.digest.toString('hex') } };
    },
  };
}

const words: Record<Finding['problem'], string> = {
  'seal missing': '封条不见了，它封存的条目可能已被删去',
  'seal altered': '封条被改动过',
  'entries missing or added': '条目数与封存时不符，有条目被删去或添加',
  'entries altered or reordered': '条目内容或顺序与封存时不符，有条目被改动或调换',
  'entries without a seal': '有条目没有对应的封条，可能是后来添加的',
  'file torn': '文件在这里中断，后面的内容不完整',
};

/** A finding in a sentence for people（核验结论）. */
export const sentenceOf = ({ seal, problem }: Finding): string => `第 ${seal} 号封条：${words[problem]}。`;
