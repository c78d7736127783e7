export { clientOf, queriesOf, queryClient } from './client.ts';
export { saveFile } from './save-file.ts';
export { Fault, SignedOut, whenSignedOut } from './send.ts';
export { type Trouble, troubleOf } from './trouble.ts';
