export { freshDatabase, type TestDatabase } from './fresh-database.ts';
export { testServices } from './services.ts';
export { rowsOfSheet } from './sheet.ts';
export { asOwner } from './template.ts';
