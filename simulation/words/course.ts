import type { Target } from '#kernel/demand';

/** Who receives a duty（下达对象）. */
export type Receivers =
  | 'villages'
  | 'towns'
  | 'branches'
  | 'village-branches'
  | 'schools'
  | 'hospitals'
  | 'offices'
  | 'state-firms'
  | 'new-sector'
  | 'communities';

/** One demand of last year's speech: its sentence, and the duty that was made of it. Days are `MM-DD` of the list's year. */
export interface Demand {
  sentence: string;
  goal: string;
  measures: string;
  leads: readonly string[];
  partners?: readonly string[];
  posts: readonly string[];
  field: string;
  timing: { day: string } | { stages: readonly (readonly [day: string, goal: string])[] } | 'monthly' | 'quarterly' | 'long-term';
  target?: Target;
  to: Receivers;
  effectDays?: 30 | 90 | 180;
  /** what proved it, in titles of records */
  proofs: readonly string[];
}

export interface Chapter {
  title: string;
  /** sentences that demand nothing, before the demands */
  words: string;
  demands: readonly Demand[];
}

export const opening =
  '同志们：这次会议的主要任务是，总结去年全县基层党建工作，部署今年重点任务。过去一年，各级党组织围绕中心抓党建、抓好党建促发展，村（社区）班子结构持续优化，阵地条件明显改善，成绩值得肯定。';
export const closing = '同志们，基础不牢，地动山摇。希望大家以钉钉子精神抓好落实，以实干实绩交出一份合格答卷。';

const secretary = '党支部书记';

export const chapters: readonly Chapter[] = [
  {
    title: '建强村（社区）党组织带头人队伍',
    words: '带头人强不强，直接关系一个村的发展。',
    demands: [
      {
        sentence: '各村要于6月30日前储备村级后备干部不少于2名，35岁左右、中专以上学历的要占一半以上，由县委组织部牵头。',
        goal: '每村储备村级后备干部不少于2名',
        measures: '建立后备干部台账，结对培养，每季度研判一次',
        leads: ['县委组织部'],
        posts: ['党组织书记', '组织委员'],
        field: 'village',
        timing: { day: '06-30' },
        target: { number: 2, comparator: '>=', unit: '名', subject: '村级后备干部' },
        to: 'villages',
        effectDays: 180,
        proofs: ['后备干部推荐会议记录', '后备干部培养台账'],
      },
      {
        sentence: '县委组织部要对村（社区）党组织书记开展全覆盖集中轮训，9月底前完成。',
        goal: '村（社区）党组织书记集中轮训全覆盖',
        measures: '分两期到县委党校集中培训，每期不少于5天',
        leads: ['县委组织部'],
        partners: ['县委党校'],
        posts: ['党组织书记'],
        field: 'village',
        timing: { day: '09-30' },
        target: { number: 1, comparator: '>=', unit: '次', subject: '书记参加集中轮训' },
        to: 'villages',
        proofs: ['书记轮训结业登记', '轮训心得交流记录'],
      },
      {
        sentence: '全面推行村（社区）党组织书记“三个一”制度，每名书记3月底前作出一项公开承诺、领办一个项目、联系一户困难群众。',
        goal: '落实书记公开承诺、领办项目、联系群众“三个一”',
        measures: '在党务公开栏公示承诺事项，年底向党员大会报告',
        leads: ['县委组织部'],
        posts: ['党组织书记'],
        field: 'village',
        timing: { day: '03-31' },
        to: 'villages',
        effectDays: 90,
        proofs: ['承诺事项公示记录', '领办项目立项记录'],
      },
      {
        sentence: '各乡镇党委要在5月底前对村班子运行情况开展一次全面研判，对不胜任、不尽职的书记及时调整。',
        goal: '完成村班子运行情况全面研判',
        measures: '逐村走访谈话，形成“一村一策”研判报告',
        leads: ['县委组织部'],
        posts: ['党委书记', '组织委员'],
        field: 'town',
        timing: { day: '05-31' },
        to: 'towns',
        proofs: ['班子研判报告', '党委会研究记录'],
      },
      {
        sentence: '民政局要会同组织部落实村干部“一定三有”待遇保障，乡镇每季度足额发放到位。',
        goal: '村干部报酬按季足额发放',
        measures: '按基本补贴、工龄补贴、实绩奖励、绩效补贴核定，打卡直发',
        leads: ['县民政局'],
        partners: ['县财政局'],
        posts: ['党委书记'],
        field: 'town',
        timing: 'quarterly',
        to: 'towns',
        proofs: ['补贴发放明细公示记录'],
      },
      {
        sentence: '对届满未换届的党组织，乡镇党委要在8月底前逐一提醒、逐一指导完成换届。',
        goal: '届满党组织换届提醒和指导到位',
        measures: '提前六个月书面提醒，到村指导候选人酝酿',
        leads: ['县委组织部'],
        posts: ['组织委员'],
        field: 'town',
        timing: { day: '08-31' },
        to: 'towns',
        proofs: ['换届提醒函发出记录'],
      },
    ],
  },
  {
    title: '推进党支部标准化规范化建设',
    words: '党的一切工作到支部，这是一条铁的规矩。',
    demands: [
      {
        sentence: '所有党支部要固定每月开展一次主题党日，做到有主题、有议程、有记录。',
        goal: '每月固定开展一次主题党日',
        measures: '月初公布主题，党员集中学习、交纳党费、议事服务',
        leads: ['县直机关工委', '县委组织部'],
        posts: [secretary],
        field: 'all',
        timing: 'monthly',
        to: 'branches',
        proofs: ['主题党日活动记录', '集中学习交流记录', '志愿服务活动记录'],
      },
      {
        sentence: '所有党支部要在12月底前召开一次组织生活会，开展民主评议党员。',
        goal: '召开组织生活会并开展民主评议党员',
        measures: '会前谈心谈话，会上批评和自我批评，会后列出整改清单',
        leads: ['县委组织部'],
        posts: [secretary],
        field: 'all',
        timing: { day: '12-31' },
        to: 'branches',
        effectDays: 90,
        proofs: ['组织生活会会议记录'],
      },
      {
        sentence: '农村党支部要严格落实“四议两公开”，重大事项每季度公开一次。',
        goal: '村级重大事项每季度公开',
        measures: '党组织提议、两委商议、党员大会审议、村民会议决议，结果上墙',
        leads: ['县农业农村局'],
        partners: ['县民政局'],
        posts: [secretary],
        field: 'village',
        timing: 'quarterly',
        to: 'villages',
        proofs: ['四议两公开会议记录', '村务公开栏公示记录'],
      },
      {
        sentence: '各级党委要在10月底前对后进党支部完成整顿转化，做到“一支部一方案”。',
        goal: '后进党支部整顿转化到位',
        measures: '班子成员包联，对照问题清单逐条整改，群众评议合格方可销号',
        leads: ['县委组织部'],
        posts: ['党委书记'],
        field: 'town',
        timing: {
          stages: [
            ['04-30', '排查确定对象'],
            ['07-31', '制定并公示方案'],
            ['10-31', '整改完成并验收'],
          ],
        },
        to: 'towns',
        effectDays: 180,
        proofs: ['后进支部排查记录', '整顿方案公示记录', '群众评议记录'],
      },
      {
        sentence: '要按照单建、合建、共用的办法，6月底前实现村（社区）活动阵地标牌、制度、档案规范齐全。',
        goal: '村（社区）活动阵地规范达标',
        measures: '对照标准自查，补齐标牌、制度上墙、档案归集',
        leads: ['县委组织部'],
        partners: ['县财政局'],
        posts: ['党组织书记'],
        field: 'village',
        timing: { day: '06-30' },
        to: 'villages',
        proofs: ['阵地达标自查记录', '阵地验收记录'],
      },
      {
        sentence: '年底前每个县直单位党组织创建一个党建品牌，由县直机关工委牵头。',
        goal: '县直单位党组织各创建一个党建品牌',
        measures: '明确品牌名称、内涵和载体，开展一次观摩交流',
        leads: ['县直机关工委'],
        posts: [secretary],
        field: 'office',
        timing: { day: '12-20' },
        target: { number: 1, comparator: '>=', unit: '个', subject: '党建品牌' },
        to: 'offices',
        proofs: ['党建品牌方案', '品牌观摩交流记录'],
      },
    ],
  },
  {
    title: '加强党员教育管理',
    words: '党员是党的肌体的细胞。',
    demands: [
      {
        sentence: '教育局要加强学校党组织建设，10月底前中小学校党组织领导的校长负责制全面落实到位。',
        goal: '落实中小学校党组织领导的校长负责制',
        measures: '修订议事规则，明确党组织会议和校长办公会议事清单',
        leads: ['县教育局'],
        posts: [secretary],
        field: 'school',
        timing: { day: '10-31' },
        to: 'schools',
        effectDays: 180,
        proofs: ['议事规则修订会议记录', '党组织会议记录'],
      },
      {
        sentence: '各学校党组织每季度要开展一次师德师风专题学习。',
        goal: '每季度开展师德师风专题学习',
        measures: '结合典型案例开展研讨，书记带头讲',
        leads: ['县教育局'],
        posts: [secretary],
        field: 'school',
        timing: 'quarterly',
        to: 'schools',
        proofs: ['师德师风专题学习记录'],
      },
      {
        sentence: '对流动党员，流出地党组织要在3月底前全部摸清底数、建立台账，确保每名流动党员都在组织之中。',
        goal: '流动党员底数清、去向明',
        measures: '逐人电话联系，登记去向，明确联系人',
        leads: ['县委组织部'],
        partners: ['县人力资源和社会保障局'],
        posts: ['组织委员'],
        field: 'village',
        timing: { day: '03-31' },
        to: 'village-branches',
        proofs: ['流动党员摸排登记记录'],
      },
      {
        sentence: '党员集中教育每年不少于32学时，村（社区）党组织要于11月底前完成。',
        goal: '党员集中教育不少于32学时',
        measures: '用好农家党校和远程教育站点，送学上门',
        leads: ['县委组织部'],
        partners: ['县委党校'],
        posts: ['组织委员'],
        field: 'village',
        timing: { day: '11-30' },
        target: { number: 32, comparator: '>=', unit: '学时', subject: '党员集中教育' },
        to: 'villages',
        proofs: ['集中教育签到与学时记录', '农家党校授课记录'],
      },
      {
        sentence: '七一前夕各乡镇要走访慰问生活困难党员和老党员，做到应访尽访。',
        goal: '走访慰问困难党员、老党员应访尽访',
        measures: '建立慰问名册，班子成员上门慰问',
        leads: ['县委组织部'],
        partners: ['县退役军人事务局'],
        posts: ['党委书记'],
        field: 'town',
        timing: { day: '07-01' },
        to: 'towns',
        proofs: ['走访慰问登记记录'],
      },
      {
        sentence: '社区党组织要组织无职党员设岗定责，9月底前认领率达到八成以上。',
        goal: '无职党员设岗定责',
        measures: '公布岗位清单，党员自愿认领，季度点评',
        leads: ['县委社会工作部'],
        posts: ['组织委员'],
        field: 'community',
        timing: { day: '09-30' },
        target: { number: 80, comparator: '>=', unit: '%', subject: '无职党员岗位认领率' },
        to: 'communities',
        proofs: ['岗位认领登记记录'],
      },
    ],
  },
  {
    title: '推动两个覆盖提质扩面',
    words: '新兴领域是党建工作的新阵地。',
    demands: [
      {
        sentence: '两新工委要在4月底前开展一次两新组织集中摸排，做到应建尽建。',
        goal: '完成两新组织集中摸排',
        measures: '会同市场监管、民政逐户核实从业人员和党员数，形成应建未建清单',
        leads: ['县委两新工委'],
        partners: ['县市场监督管理局', '县民政局'],
        posts: [secretary],
        field: 'new-sector',
        timing: { day: '04-30' },
        to: 'new-sector',
        proofs: ['两新组织摸排登记记录'],
      },
      {
        sentence: '两新党组织要推动党建工作写入企业章程，8月底前完成。',
        goal: '党建工作写入章程',
        measures: '与出资人沟通，修订章程并备案',
        leads: ['县委两新工委'],
        posts: [secretary],
        field: 'new-sector',
        timing: { day: '08-31' },
        effectDays: 90,
        to: 'new-sector',
        proofs: ['章程修订会议记录'],
      },
      {
        sentence: '两新党组织每季度至少开展一次“党员攻关”或服务职工活动。',
        goal: '每季度开展党员攻关或服务职工活动',
        measures: '围绕生产难题揭榜攻关，围绕职工需求办实事',
        leads: ['县委两新工委'],
        posts: [secretary],
        field: 'new-sector',
        timing: 'quarterly',
        to: 'new-sector',
        proofs: ['党员攻关活动记录', '服务职工活动记录'],
      },
      {
        sentence: '国有企业要把党的领导融入公司治理，6月底前完成前置研究讨论事项清单修订。',
        goal: '完成前置研究讨论事项清单修订',
        measures: '厘清权责边界，党组织会议审议后印发',
        leads: ['县国有资产监督管理局'],
        posts: [secretary],
        field: 'state-enterprise',
        timing: { day: '06-30' },
        effectDays: 180,
        to: 'state-firms',
        proofs: ['前置清单审议会议记录'],
      },
      {
        sentence: '卫生健康局要推动公立医院党委领导下的院长负责制落实，9月底前完成自查整改。',
        goal: '公立医院党委领导下的院长负责制自查整改',
        measures: '对照议事决策规则自查，列出问题清单逐项整改',
        leads: ['县卫生健康局'],
        posts: [secretary],
        field: 'hospital',
        timing: { day: '09-30' },
        to: 'hospitals',
        proofs: ['自查问题清单', '整改落实会议记录'],
      },
      {
        sentence: '街道社区要关心快递员、外卖员等新就业群体，年底前每个社区建成一个暖心驿站。',
        goal: '每个社区建成一个新就业群体暖心驿站',
        measures: '依托党群服务中心提供饮水、充电、休息服务',
        leads: ['县委社会工作部'],
        partners: ['县总工会'],
        posts: ['党组织书记'],
        field: 'community',
        timing: { day: '12-20' },
        target: { number: 1, comparator: '>=', unit: '个', subject: '暖心驿站' },
        to: 'communities',
        effectDays: 90,
        proofs: ['暖心驿站启用记录', '服务登记记录'],
      },
    ],
  },
  {
    title: '以党建引领基层治理和乡村振兴',
    words: '党建工作抓得好不好，群众最有发言权。',
    demands: [
      {
        sentence: '社区要健全“社区党委—网格党支部—楼栋党小组”体系，5月底前网格党支部覆盖全部网格。',
        goal: '网格党支部全覆盖',
        measures: '优化网格划分，选优配强网格党支部书记',
        leads: ['县委政法委'],
        partners: ['县委组织部'],
        posts: ['党组织书记'],
        field: 'community',
        timing: { day: '05-31' },
        to: 'communities',
        proofs: ['网格优化调整会议记录'],
      },
      {
        sentence: '在职党员要到社区报到服务，县直单位党组织每季度组织一次。',
        goal: '在职党员每季度到社区报到服务',
        measures: '认领社区需求清单，组织党员开展服务并由社区反馈',
        leads: ['县直机关工委'],
        posts: [secretary],
        field: 'office',
        timing: 'quarterly',
        to: 'offices',
        proofs: ['双报到服务记录'],
      },
      {
        sentence: '农业农村局要牵头发展壮大村级集体经济，各村11月底前集体经济经营性收入实现增长。',
        goal: '村级集体经济经营性收入实现增长',
        measures: '因村制宜发展产业项目，规范资产发包，公开收支',
        leads: ['县农业农村局'],
        partners: ['县财政局'],
        posts: ['党组织书记'],
        field: 'village',
        timing: {
          stages: [
            ['05-31', '确定增收项目'],
            ['11-30', '完成年度收支核算并公开'],
          ],
        },
        to: 'villages',
        effectDays: 180,
        proofs: ['增收项目研究会议记录', '集体经济收支公开记录'],
      },
      {
        sentence: '各村要在4月30日前集中开展一次人居环境整治行动，党员带头。',
        goal: '党员带头开展人居环境整治',
        measures: '划分党员责任区，清理房前屋后，评比公示',
        leads: ['县农业农村局'],
        posts: [secretary],
        field: 'village',
        timing: { day: '04-30' },
        to: 'villages',
        proofs: ['人居环境整治行动记录'],
      },
      {
        sentence: '乡镇党委班子成员每月至少到联系村调研一次，帮助解决实际问题。',
        goal: '班子成员每月到联系村调研',
        measures: '带着问题下村，现场交办，下月回访',
        leads: ['县委办公室'],
        posts: ['党委书记', '副书记'],
        field: 'town',
        timing: 'monthly',
        to: 'towns',
        proofs: ['联系村调研记录', '问题交办记录'],
      },
      {
        sentence: '各社区要建立居民急难愁盼问题台账，每季度集中办理一批。',
        goal: '居民急难愁盼问题每季度集中办理',
        measures: '入户收集、分类交办、限时办结、群众评价',
        leads: ['县委社会工作部'],
        partners: ['县信访局'],
        posts: ['党组织书记'],
        field: 'community',
        timing: 'quarterly',
        to: 'communities',
        proofs: ['急难愁盼问题台账', '办理结果回访记录'],
      },
    ],
  },
  {
    title: '压紧压实党建工作责任',
    words: '责任是最好的老师。',
    demands: [
      {
        sentence: '各乡镇党委要在2月底前制定年度党建工作责任清单，明确书记第一责任人职责。',
        goal: '制定年度党建工作责任清单',
        measures: '清单经党委会审议，报县委组织部备案',
        leads: ['县委组织部'],
        posts: ['党委书记'],
        field: 'town',
        timing: { day: '02-28' },
        to: 'towns',
        proofs: ['责任清单审议会议记录'],
      },
      {
        sentence: '乡镇党委书记每季度专题研究一次党建工作。',
        goal: '每季度专题研究党建工作',
        measures: '听取各村汇报，研究解决突出问题',
        leads: ['县委组织部'],
        posts: ['党委书记'],
        field: 'town',
        timing: 'quarterly',
        to: 'towns',
        proofs: ['党委会专题研究党建记录'],
      },
      {
        sentence: '各乡镇要在11月底前完成村（社区）党组织书记述职评议考核。',
        goal: '完成村（社区）党组织书记述职评议考核',
        measures: '现场述职、现场点评、现场测评，结果与报酬挂钩',
        leads: ['县委组织部'],
        posts: ['党委书记', '组织委员'],
        field: 'town',
        timing: { day: '11-30' },
        to: 'towns',
        proofs: ['述职评议会议记录', '测评结果通报'],
      },
      {
        sentence: '县直各单位党组织书记要在7月底前讲一次专题党课。',
        goal: '党组织书记讲专题党课',
        measures: '结合本单位职能确定主题，党员大会上讲授',
        leads: ['县直机关工委'],
        posts: [secretary],
        field: 'office',
        timing: { day: '07-31' },
        to: 'offices',
        proofs: ['专题党课记录'],
      },
      {
        sentence: '财政局要保障村级组织运转经费，乡镇于6月30日前拨付到村。',
        goal: '村级组织运转经费拨付到村',
        measures: '按标准足额拨付，列明用途，公开使用',
        leads: ['县财政局'],
        partners: ['县审计局'],
        posts: ['党委书记'],
        field: 'town',
        timing: { day: '06-30' },
        to: 'towns',
        proofs: ['经费拨付凭证登记'],
      },
    ],
  },
];

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
