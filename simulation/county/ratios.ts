import type { Field } from '#organization';
import type { Weighted } from '../random.ts';

/*
 * Ratios behind the composed people. Their sums over a county meet the national bulletin for the end of 2024 (occupation, age,
 * sex, nationality, education, time of joining) and, for situations, the upper bounds of rules.md section 11.
 */

export type Occupation = 'worker' | 'farmer' | 'professional' | 'manager' | 'staff' | 'student' | 'other' | 'retired';
export type System = Exclude<Field, 'county'>;

/** Of all members of a county, how many are in each system. */
export const membersBySystem: Record<System, number> = {
  village: 0.42,
  community: 0.14,
  town: 0.03,
  office: 0.11,
  school: 0.12,
  hospital: 0.05,
  'state-enterprise': 0.05,
  'new-sector': 0.08,
};

export const occupationsIn: Record<System, Weighted<Occupation>> = {
  village: [
    ['farmer', 0.605],
    ['retired', 0.1],
    ['manager', 0.09],
    ['worker', 0.05],
    ['professional', 0.04],
    ['student', 0.03],
    ['other', 0.085],
  ],
  community: [
    ['retired', 0.5],
    ['other', 0.19],
    ['manager', 0.1],
    ['worker', 0.06],
    ['farmer', 0.06],
    ['student', 0.05],
    ['professional', 0.04],
  ],
  town: [
    ['staff', 0.76],
    ['manager', 0.2],
    ['retired', 0.02],
    ['other', 0.02],
  ],
  office: [
    ['staff', 0.62],
    ['retired', 0.21],
    ['professional', 0.1],
    ['manager', 0.06],
    ['other', 0.01],
  ],
  school: [
    ['professional', 0.6],
    ['retired', 0.27],
    ['manager', 0.08],
    ['student', 0.05],
  ],
  hospital: [
    ['professional', 0.62],
    ['retired', 0.25],
    ['manager', 0.1],
    ['worker', 0.02],
    ['other', 0.01],
  ],
  'state-enterprise': [
    ['retired', 0.3],
    ['manager', 0.25],
    ['worker', 0.23],
    ['professional', 0.2],
    ['other', 0.02],
  ],
  'new-sector': [
    ['manager', 0.3],
    ['worker', 0.3],
    ['professional', 0.2],
    ['other', 0.15],
    ['retired', 0.05],
  ],
};

type Ages = Weighted<readonly [least: number, most: number]>;

const atWork: Ages = [
  [[21, 30], 0.146],
  [[31, 35], 0.172],
  [[36, 40], 0.189],
  [[41, 45], 0.159],
  [[46, 50], 0.143],
  [[51, 55], 0.14],
  [[56, 60], 0.051],
];
const withoutPension: Ages = [
  [[20, 30], 0.103],
  [[31, 35], 0.103],
  [[36, 40], 0.103],
  [[41, 45], 0.088],
  [[46, 50], 0.088],
  [[51, 55], 0.103],
  [[56, 60], 0.103],
  [[61, 65], 0.09],
  [[66, 70], 0.08],
  [[71, 75], 0.07],
  [[76, 80], 0.04],
  [[81, 93], 0.028],
  [[95, 99], 0.001],
];
const pensioners: Ages = [
  [[56, 60], 0.14],
  [[61, 65], 0.22],
  [[66, 70], 0.22],
  [[71, 75], 0.19],
  [[76, 80], 0.12],
  [[81, 93], 0.108],
  [[95, 99], 0.002],
];

export const agesOf: Record<Occupation, Ages> = {
  worker: atWork,
  professional: atWork,
  manager: atWork,
  staff: atWork,
  farmer: withoutPension,
  other: withoutPension,
  retired: pensioners,
  student: [[[19, 24], 1]],
};

export const womenIn: Record<System, number> = {
  village: 0.22,
  community: 0.35,
  town: 0.3,
  office: 0.3,
  school: 0.48,
  hospital: 0.55,
  'state-enterprise': 0.27,
  'new-sector': 0.33,
};

/** With junior college or more. */
export const collegeAmong: Record<Occupation, number> = {
  staff: 0.97,
  professional: 0.96,
  manager: 0.8,
  student: 0.9,
  worker: 0.45,
  farmer: 0.26,
  other: 0.5,
  retired: 0.44,
};

/** GB/T 4658: junior college, undergraduate, postgraduate. */
export const collegeCodes: Weighted<string> = [
  ['31', 48],
  ['21', 44],
  ['14', 7],
  ['11', 1],
];
/** GB/T 4658: secondary vocational, senior high, junior high, primary. */
export const schoolCodes: Weighted<string> = [
  ['41', 22],
  ['61', 34],
  ['71', 34],
  ['81', 10],
];
export const schoolCodesOfElders: Weighted<string> = [
  ['41', 15],
  ['61', 20],
  ['71', 35],
  ['81', 30],
];

export const minorityShare = 0.077;

/** Admitted within the last year, by age: 2.1% of all, 84% of them up to 35. */
export const admittedThisYear = (age: number): number => (age <= 30 ? 0.122 : age <= 35 ? 0.027 : age <= 60 ? 0.0058 : 0.0002);

/** Joined before 1979, by age. */
export const joinedBefore1979 = (age: number): number => (age >= 81 ? 0.92 : age >= 76 ? 0.85 : age >= 71 ? 0.6 : age >= 66 ? 0.26 : 0);

/** Joined since November 2012, by age, of those who did not join before 1979. */
export const joinedSince2012 = (age: number): number =>
  age <= 30 ? 1 : age <= 35 ? 0.75 : age <= 40 ? 0.23 : age <= 45 ? 0.18 : age <= 50 ? 0.13 : age <= 55 ? 0.09 : age <= 60 ? 0.06 : 0.015;

/** On the move, abroad, out of contact. Upper bounds: 5 to 10% on the move in rural areas, 3% out of contact. */
export const situationsIn = (system: System): Weighted<'present' | 'mobile' | 'abroad' | 'out-of-contact'> =>
  system === 'village'
    ? [
        ['present', 0.918],
        ['mobile', 0.072],
        ['abroad', 0.002],
        ['out-of-contact', 0.008],
      ]
    : [
        ['present', 0.981],
        ['mobile', 0.013],
        ['abroad', 0.003],
        ['out-of-contact', 0.003],
      ];
