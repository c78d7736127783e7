import { existsSync } from 'node:fs';

const texts = [process.env.HANGJI_SPEECH, '../shared/speech/texts/000_a041802c11c2562d.txt', 'tests/speech/texts/speech-county.txt'];

/** A speech to work on（试用讲话）: the real one of 2,600 characters with 31 tasks where it is at hand, else one of our own writing. */
export function speechFile(): string {
  const found = texts.find((path) => path && existsSync(path));
  if (!found) throw new Error('no speech to work on: run the journeys in the folder of the repository');
  return found;
}
