/** What responsibility notes say and which tasks they govern（GUIDELINES 4.3, 5.1 b, 5.3）. */
import { isSpace, spanOf, trimmed } from './characters.ts';
import { type FieldKind, fieldAt, timePiece } from './note-shape.ts';
import type { PlacedUnit } from './outline.ts';
import type { Range, Span } from './types.ts';

/** A note, read. */
export interface Note {
  readonly lead: readonly Span[];
  readonly support: readonly Span[];
  /** Value of the `完成时限` field. */
  readonly deadline: Span | null;
}

/** More parties than any real note names; bounds what one note can add to every task of a long paragraph. */
const mostParties = 40;
/** More notes than ever follow one sentence. */
const mostNotes = 4;
const longestParty = 60;

const trailing = /(?:等|(?:等)?(?:按(?:照)?(?:各自)?(?:职责|职能)(?:分工)?)?(?:分别|共同|具体)?(?:牵头|负责|落实|承办|配合|参与|协助|实施)+)$/;

/** Find for each unit the notes that govern it: the notes of its paragraph that close the run of units since the one before. */
export function governingNotes(text: string, units: readonly PlacedUnit[]): readonly (readonly Note[])[] {
  const governing: Note[][] = units.map(() => []);
  let run: number[] = [];
  let earlier: number[] = [];
  units.forEach((unit, index) => {
    const before = units[index - 1];
    if (before?.paragraph !== unit.paragraph) {
      earlier = before?.section === unit.section || unit.ordinal === null ? [...(run.length < 200 ? run : [])] : [];
      run = [];
    }
    run.push(index);
    if (unit.notes.length === 0) return;
    const standsAlone = unit.notes[0]?.start === unit.start;
    const notes = unit.notes.slice(0, mostNotes).map((note) => readNote(text, note));
    for (const governed of standsAlone && run.length === 1 ? earlier : run) governing[governed]?.push(...notes);
    run = [];
    earlier = [];
  });
  return governing;
}

/** Read the fields of one note; parties are cut at `、` and `，`（5.1 b）. */
export function readNote(text: string, note: Range): Note {
  const end = note.end - 1;
  const first = fieldAt(text, note.start + 1, end);
  const lead: Span[] = [];
  const support: Span[] = [];
  let deadline: Range | undefined;
  let kind: FieldKind = first?.kind ?? 'lead';
  for (const piece of piecesOf(text, { start: first ? first.valueStart : note.start + 1, end })) {
    const isTime = !first && timePiece.test(text.slice(piece.start, piece.end).slice(-8));
    const value = isTime ? 'deadline' : (piece.field ?? kind);
    if (!isTime) kind = value;
    if (value === 'deadline') deadline = { start: (deadline ?? piece).start, end: piece.end };
    if (value !== 'lead' && value !== 'support') continue;
    const party = partyOf(text, piece);
    if (!party) continue;
    const role = first ? value : roleOf(text, piece, end);
    (role === 'support' ? support : lead).push(party);
  }
  return { lead: lead.slice(0, mostParties), support: support.slice(0, mostParties), deadline: deadline ? spanOf(text, deadline.start, deadline.end) : null };
}

/** Parties are sometimes set apart by blanks alone. */
const endsParty = /[局部委办会院府室厅校道镇乡村社司处科站所队组]/;

interface Piece extends Range {
  /** The field that this piece opens, if any. */
  readonly field: FieldKind | null;
}

/** Cut the inside of a note at separators outside inner brackets, and before each field name. */
function piecesOf(text: string, range: Range): Piece[] {
  const pieces: Piece[] = [];
  let depth = 0;
  let start = range.start;
  let field: FieldKind | null = null;
  for (let at = range.start; at <= range.end; at++) {
    const character = at < range.end ? (text[at] ?? '') : '、';
    if ('（('.includes(character)) depth++;
    else if ('）)'.includes(character)) depth = Math.max(0, depth - 1);
    const separates = at === range.end || (depth === 0 && ('、，,；;。'.includes(character) || isSpace(character)));
    if (!separates) continue;
    let next = at + 1;
    while (next < range.end && isSpace(text[next])) next++;
    const opened = at < range.end ? fieldAt(text, next, range.end) : null;
    if (isSpace(character) && !opened && !endsParty.test(text[at - 1] ?? '')) continue;
    const piece = trimmed(text, start, Math.min(at, range.end));
    if (piece) pieces.push({ ...piece, field });
    field = opened?.kind ?? null;
    start = opened?.valueStart ?? next;
    at = Math.max(at, start - 1);
  }
  return pieces;
}

/** One party of a note without `等` or `按职责分工负责` behind it. */
function partyOf(text: string, piece: Range): Span | null {
  if (piece.end - piece.start > longestParty) return null;
  const bare = text.slice(piece.start, piece.end).replace(trailing, '');
  return bare.trim() === '' ? null : spanOf(text, piece.start, piece.start + bare.trimEnd().length);
}

/** In a note without field names, the verb that closes the run of parties tells their role. */
function roleOf(text: string, piece: Range, end: number): 'lead' | 'support' {
  const found = /牵头|负责|落实|承办|配合|参与|协助/.exec(text.slice(piece.start, Math.min(end, piece.start + 200)));
  return found && /配合|参与|协助/.test(found[0]) ? 'support' : 'lead';
}
