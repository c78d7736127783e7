import { chapters, closing, opening } from '../words/course.ts';
import type { Chapter, Demand } from '../words/demand.ts';
import { numeral } from '../words/numerals.ts';

/** A heading with its extent in the text. */
export interface PlannedSection {
  marker: string;
  title: string;
  start: number;
  end: number;
  titleStart: number;
}

/** A unit of the text: the basis of a duty, or nothing to do, with the reason. */
export interface PlannedClause {
  kind: 'task' | 'background' | 'greeting' | 'exhortation';
  heading: string[];
  start: number;
  end: number;
  text: string;
  demand: Demand | null;
  reason: string | null;
}

export interface Speech {
  title: string;
  meeting: string;
  text: string;
  sections: PlannedSection[];
  clauses: PlannedClause[];
}

/** Write last year's speech（去年部署会讲话）, remembering where each sentence stands. */
export function writeSpeech(year: number): Speech {
  const meeting = `${year}年全县组织部长会议`;
  const title = `在${meeting}上的讲话`;
  const speech: Speech = { title, meeting, text: `${title}\n`, sections: [], clauses: [] };
  say(speech, opening, { kind: 'greeting', heading: [], demand: null, reason: '开场与回顾，没有部署任务' });
  for (const [index, chapter] of chapters.entries()) writeChapter(speech, chapter, `${numeral(index + 1)}、`);
  say(speech, closing, { kind: 'exhortation', heading: [], demand: null, reason: '结尾号召，没有部署任务' });
  return speech;
}

function writeChapter(speech: Speech, { title, words, demands }: Chapter, marker: string): void {
  const start = speech.text.length;
  speech.text += `${marker}${title}\n`;
  const section = { marker, title, start, end: start, titleStart: start + marker.length };
  speech.sections.push(section);
  const heading = [`${marker}${title}`];
  say(speech, words, { kind: 'background', heading, demand: null, reason: '说明意义，没有部署任务' });
  for (const [index, demand] of demands.entries()) {
    const number = `（${numeral(index + 1)}）`;
    speech.text += number;
    say(speech, demand.sentence, { kind: 'task', heading, demand, reason: null });
  }
  section.end = speech.text.length;
}

function say(speech: Speech, text: string, clause: Omit<PlannedClause, 'start' | 'end' | 'text'>): void {
  const start = speech.text.length;
  speech.clauses.push({ ...clause, text, start, end: start + text.length });
  speech.text += `${text}\n`;
}
