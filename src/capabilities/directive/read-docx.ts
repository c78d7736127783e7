import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { entriesInZip } from '#attachment';
import type { Failure, Reading } from './read-file.ts';
import { type Counter, counterOf, type Level } from './rules/numbering.ts';

const mostUnpacked = { 'word/document.xml': 24 * 1024 * 1024, 'word/numbering.xml': 4 * 1024 * 1024, 'word/styles.xml': 4 * 1024 * 1024 } as const;
type Part = keyof typeof mostUnpacked;
const inflate = promisify(inflateRaw);

/**
 * Read the text of a Word file（读取 Word 文稿）, a line for each paragraph. Headings numbered by Word itself get the number that Word shows: it is
 * not in the text, and the outline of a plan stands or falls with it. Deleted text of tracked changes is left out.
 */
export async function readDocx(bytes: Uint8Array): Promise<Reading | Failure> {
  try {
    const text = await unpacked(bytes, 'word/document.xml');
    if (text === '') return 'torn';
    const counter = counterOf(levelsIn(await unpacked(bytes, 'word/numbering.xml')));
    return { text: paragraphsIn(text, styleNumbers(await unpacked(bytes, 'word/styles.xml')), counter).join('\n'), pages: 0 };
  } catch {
    return 'torn';
  }
}

/** One part of the package; empty where there is none. Unpacking ends at the limit, whatever the package says of its size. @throws beyond it */
async function unpacked(bytes: Uint8Array, part: Part): Promise<string> {
  const entry = entriesInZip(bytes)?.find(({ name }) => name === part);
  if (!entry) return '';
  const packed = bytes.subarray(entry.start, entry.end);
  const maxOutputLength = mostUnpacked[part];
  if (entry.method === 8) return new TextDecoder().decode(await inflate(packed, { maxOutputLength }));
  if (entry.method !== 0 || packed.length > maxOutputLength) throw new RangeError(`${part} is packed in a way no Word file is`);
  return new TextDecoder().decode(packed);
}

type Attributes = SaxesTagPlain['attributes'];
type Visit = { open?: (name: string, attributes: Attributes) => void; close?: (name: string) => void; text?: (text: string) => void };

/** @throws when the part is no whole XML */
function walk(xml: string, { open, close, text }: Visit): void {
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  if (open) parser.on('opentag', (tag) => open(tag.name, tag.attributes));
  if (close) parser.on('closetag', (tag) => close(tag.name));
  if (text) parser.on('text', text);
  parser.write(xml).close();
}

interface Numbering {
  numId: string;
  level: number;
}

function paragraphsIn(xml: string, styles: ReadonlyMap<string, Numbering>, counter: Counter): string[] {
  const lines: string[] = [];
  let line = '';
  let numbering: Partial<Numbering> = {};
  let style = '';
  let deleted = 0;
  let inText = false;
  walk(xml, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:p') [line, numbering, style] = ['', {}, ''];
      else if (name === 'w:pStyle') style = value;
      else if (name === 'w:numId') numbering.numId = value;
      else if (name === 'w:ilvl') numbering.level = Number(value);
      else if (name === 'w:del' || name === 'w:moveFrom') deleted++;
      else if (name === 'w:t') inText = true;
      else if (name === 'w:tab') line += line === '' ? '' : '\t';
      else if (name === 'w:br' || name === 'w:cr') line += '\n';
    },
    close: (name) => {
      if (name === 'w:t') inText = false;
      else if (name === 'w:del' || name === 'w:moveFrom') deleted--;
      else if (name === 'w:p') {
        const ofStyle = styles.get(style);
        const { numId = ofStyle?.numId, level = ofStyle?.level ?? 0 } = numbering;
        const number = numId !== undefined && numId !== '0' && line.trim() !== '' ? counter(numId, level) : '';
        lines.push(number + line);
      }
    },
    text: (text) => {
      if (inText && deleted === 0) line += text;
    },
  });
  return lines;
}

/** By numbering id, how each level is written. */
function levelsIn(xml: string): Map<string, Level[]> {
  const abstracts = new Map<string, Level[]>();
  const numbers = new Map<string, Level[]>();
  if (xml === '') return numbers;
  let abstract: Level[] = [];
  let level: Level = { start: 1, format: 'decimal', text: '' };
  let number = '';
  walk(xml, {
    open: (name, attributes) => {
      const value = attributes['w:val'] ?? '';
      if (name === 'w:abstractNum') {
        abstract = [];
        abstracts.set(attributes['w:abstractNumId'] ?? '', abstract);
      } else if (name === 'w:lvl' && number === '') {
        level = { start: 1, format: 'decimal', text: '' };
        abstract[Number(attributes['w:ilvl'])] = level;
      } else if (name === 'w:start' && number === '') level.start = Number(value);
      else if (name === 'w:numFmt' && number === '') level.format = value;
      else if (name === 'w:lvlText' && number === '') level.text = value;
      else if (name === 'w:num') number = attributes['w:numId'] ?? '';
      else if (name === 'w:abstractNumId') numbers.set(number, abstracts.get(value) ?? []);
    },
    close: (name) => {
      if (name === 'w:num') number = '';
    },
  });
  return numbers;
}

/** Paragraph styles that number their paragraphs. */
function styleNumbers(xml: string): Map<string, Numbering> {
  const styles = new Map<string, Numbering>();
  if (xml === '') return styles;
  let style = '';
  let found: Partial<Numbering> = {};
  walk(xml, {
    open: (name, attributes) => {
      if (name === 'w:style') [style, found] = [attributes['w:styleId'] ?? '', {}];
      else if (name === 'w:numId') found.numId = attributes['w:val'] ?? '';
      else if (name === 'w:ilvl') found.level = Number(attributes['w:val']);
    },
    close: (name) => {
      if (name === 'w:style' && found.numId !== undefined) styles.set(style, { numId: found.numId, level: found.level ?? 0 });
    },
  });
  return styles;
}
