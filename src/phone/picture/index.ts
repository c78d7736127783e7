export { shrinkPicture } from './picture.ts';
