export { fillSmallCounty, type SmallCounty, type SmallOrganization, type SmallPerson } from './small.ts';
