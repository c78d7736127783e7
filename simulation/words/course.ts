import { type Chapter, secretary } from './demand.ts';
import { building } from './demands-building.ts';
import { governing } from './demands-governing.ts';

export const opening =
  '同志们：这次会议的主要任务是，总结去年全县基层党建工作，部署今年重点任务。过去一年，各级党组织围绕中心抓党建、抓好党建促发展，村（社区）班子结构持续优化，阵地条件明显改善，成绩值得肯定。';
export const closing = '同志们，基础不牢，地动山摇。希望大家以钉钉子精神抓好落实，以实干实绩交出一份合格答卷。';

export const chapters: readonly Chapter[] = [...building, ...governing];

/** What runs this year already, days counted from today. */
export const running = {
  title: '年度重点任务（第一批）',
  demands: [
    {
      goal: '完成冬春党员集中轮训',
      measures: '按支部分批组织，书记讲第一课，缺课的补课',
      leads: ['县委组织部'],
      posts: [secretary],
      field: 'village',
      dueIn: 6,
      to: 'villages',
      proofs: ['集中轮训记录'],
    },
    {
      goal: '开展班子运行情况回头看',
      measures: '对上半年研判发现的问题逐一核对整改',
      leads: ['县委组织部'],
      posts: ['党委书记', '组织委员'],
      field: 'town',
      dueIn: -4,
      to: 'towns',
      proofs: ['回头看谈话记录'],
    },
    {
      goal: '学校党组织议事规则执行情况自查',
      measures: '抽查近两个学期会议记录，形成自查报告',
      leads: ['县教育局'],
      posts: [secretary],
      field: 'school',
      dueIn: 25,
      to: 'schools',
      proofs: ['自查会议记录'],
    },
  ],
} as const;

/** Reasons a verifier gives for a return（退回原因）. */
export const returns = [
  '佐证只有照片，没有会议记录，请补充参会人员和议定事项。',
  '记录的日期早于部署时间，请核实后重报。',
  '缺少群众评价或公示情况，请补充。',
  '台账与实有人数对不上，请核对后再报。',
  '措施没有写明由谁负责、完成到什么程度，请补充。',
];
export const summaries = [
  '已按要求完成，记录齐全，请核验。',
  '已完成并公示，群众无异议。',
  '任务已完成，个别外出党员已补课。',
  '已按时间节点完成，后续长期坚持。',
];
export const beneficiaries = ['村民代表', '网格居民', '帮扶对象', '职工代表', '家长代表'];
