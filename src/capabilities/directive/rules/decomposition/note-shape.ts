/** What a responsibility note looks like（责任分工, GUIDELINES 4.3, 5.1 b, 5.3）. */
import type { Pair } from './pairs.ts';

/** What a field of a note names. */
export type FieldKind = 'lead' | 'support' | 'deadline' | 'other';

const brackets = new Set(['（', '(', '【', '［', '[', '〔']);

/**
 * Field names（GUIDELINES 4.3 and their everyday variants）. Persons（责任人、责任领导）are recognised, so that they end the field
 * before them, but GUIDELINES 5.1 b takes only units and departments as leads.
 */
const fields: readonly (readonly [FieldKind, RegExp])[] = [
  ['lead', /(?:牵头责任|牵头|责任|主责|主办|承办|实施|落实|主要责任|负责)(?:单位|部门|科室|处室|股室|机构|组织|主体|镇街)(?=[：:])/y],
  ['support', /(?:配合|协办|协助|协同|参与|参加|配合责任|支持|联办)(?:单位|部门|科室|处室|股室|机构|组织|镇街)(?=[：:])/y],
  ['deadline', /(?:完成|整改|办结|落实|办理|责任|工作|计划完成|推进|销号)?(?:时限|时间|期限|节点|时间节点|时限要求|时间要求|完成时间)(?:要求)?(?=[：:])/y],
  [
    'other',
    /(?:牵头|责任|分管|包保|包抓|联系|配合|主管)?(?:领导|责任人|人|县领导|市领导|区领导)(?=[：:])|(?:整改措施|工作进展|整改进展|整改目标|备注|整改状态|完成情况|联系电话)(?=[：:])/y,
  ],
];

/** A field name at an offset, with where its value begins; null when none stands there with a colon after it. */
export function fieldAt(text: string, at: number, end: number): { kind: FieldKind; valueStart: number } | null {
  for (const [kind, pattern] of fields) {
    pattern.lastIndex = at;
    const found = pattern.exec(text);
    if (!found) continue;
    const colon = at + found[0].length;
    if (colon < end && (text[colon] === '：' || text[colon] === ':')) return { kind, valueStart: colon + 1 };
  }
  return null;
}

/** What closes a piece of a note without field names: a duty（`县委组织部牵头`）or a time（`6月底前完成`）. */
const duty = /(?:牵头|负责|落实|承办|配合|参与|协助|实施|分工)$/;
export const timePiece = /(?:完成|前|长期坚持|持续推进|季度|年底|月底)$/;

/** Say whether an assignment names who is responsible rather than a condition. */
const assignedTo =
  /(?:部|局|委|办|室|会|院|校|镇|乡|街道|社区|村|中心|单位|部门|公司|站|所|队|组|处|科|厅|党委|支部|地|区|县|市)(?:等)?(?:按(?:照)?(?:职责|职能)分工)?(?:分别|共同|具体)?(?:牵头|负责)/;

/** Say whether a bracket is a responsibility note: by its first field（4.3）, or because it says `X牵头` or `X负责`（5.1 a）. */
export function noteAt(text: string, pair: Pair): boolean {
  if (!brackets.has(pair.open) || pair.quotes > 0) return false;
  if (fieldAt(text, pair.start + 1, pair.end - 1)) return true;
  if (pair.end - pair.start > 200) return false;
  const inside = text.slice(pair.start + 1, pair.end - 1);
  const pieces = inside.split(/[，；,;]/);
  return assignedTo.test(inside) && pieces.every((piece) => duty.test(piece.trim()) || timePiece.test(piece.trim()));
}
