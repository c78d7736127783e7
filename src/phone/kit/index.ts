export { Button, type ButtonProps } from './Button.tsx';
export { Choice } from './Choice.tsx';
export { Check, DayField, FileField, PasswordField, SelectField, TextArea, TextField } from './fields.tsx';
export { newId } from './new-id.ts';
export { Done, Facts, Loaded, Notice, Problem } from './notices.tsx';
export { Actions, Page, Section, stepForm } from './Page.tsx';
export { SizeChoice } from './size.tsx';
export { dayWords, instantWords, sizeWords, today } from './words.ts';
