import './parts.css';

export { type Column, DataTable } from './DataTable.tsx';
export { Dialog } from './Dialog.tsx';
export { ExportButton, PrintButton } from './ExportButton.tsx';
export { CheckPage, FormPage } from './FormPage.tsx';
export { AreaField, CheckField, ChoiceField, TextField } from './fields.tsx';
export { type Keys, useKeys } from './keys.ts';
export { Lamp, type LampColour } from './Lamp.tsx';
export { PageHead } from './PageHead.tsx';
export { Pager } from './Pager.tsx';
export { ProgressBar } from './ProgressBar.tsx';
export { QueryBar, SearchField } from './QueryBar.tsx';
export { Refused } from './Refused.tsx';
export { StateTag } from './StateTag.tsx';
export { dayText, momentText, shortDayText, today } from './words.ts';
