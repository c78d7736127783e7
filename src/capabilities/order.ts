import { account } from '#account';
import { attachment } from '#attachment';
import { audit } from '#audit';
import { directive } from '#directive';
import { duty } from '#duty';
import { indicator } from '#indicator';
import { member } from '#member';
import { operations } from '#operations';
import { organization } from '#organization';
import { person } from '#person';
import type { Capability } from '#platform/http';
import { post } from '#post';
import { unit } from '#unit';
import { workItem } from '#work-item';
import { workbench } from '#workbench';

/** Every capability, foundations first: what the server mounts, and who may import whom（only those above）. */
export const order: readonly Capability[] = [
  organization,
  account,
  person,
  member,
  post,
  unit,
  attachment,
  indicator,
  workItem,
  duty,
  directive,
  workbench,
  audit,
  operations,
];
