/** 党员类别. */
export const kinds = ['full', 'probationary'] as const;
export type MemberKind = (typeof kinds)[number];
export const kindLabel: Record<MemberKind, string> = { full: '正式党员', probationary: '预备党员' };

/** 在岗状态: where a member is to be found. */
export const situations = ['present', 'mobile', 'abroad', 'out-of-contact'] as const;
export type Situation = (typeof situations)[number];
export const situationLabel: Record<Situation, string> = { present: '在当地', mobile: '流动', abroad: '出国（境）', 'out-of-contact': '失联' };

/** 职业, after the classes of the yearly statistics bulletin. */
export const occupations = ['worker', 'farmer', 'professional', 'manager', 'staff', 'student', 'other', 'retired'] as const;
export type Occupation = (typeof occupations)[number];
export const occupationLabel: Record<Occupation, string> = {
  worker: '工人',
  farmer: '农牧渔民',
  professional: '专业技术人员',
  manager: '管理人员',
  staff: '党政机关工作人员',
  student: '学生',
  other: '其他职业',
  retired: '离退休人员',
};

/** 排序. */
export const sorts = ['organization', 'name', 'joined', '-joined', 'born', '-born'] as const;
export type Sort = (typeof sorts)[number];
