export { queryText, queryWords } from './address.ts';
export { type DeskPage, deskPage, type PageProps, type ParamsOf } from './desk-page.ts';
export type { Finder, Found } from './finder.ts';
export { Go } from './Go.tsx';
export { useLeave } from './leave.ts';
export { numberIn, pageIn, textIn, wordOf, wordsOf, yesIn } from './search.ts';
