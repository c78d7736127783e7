export type { DemoAccount } from './county/accounts.ts';
export { type FillOptions, fillSimulatedCounty, type Progress, type SimulatedCounty } from './fill.ts';
export { type ProvinceOptions, type ProvinceProgress, type ProvinceReport, simulate } from './province.ts';
export { fillSmallCounty, type SmallCounty, type SmallOrganization, type SmallPerson, smallPassword } from './small.ts';
