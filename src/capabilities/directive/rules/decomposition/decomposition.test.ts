import { describe, expect, test } from 'vitest';
import { decompose, type Item } from './index.ts';

/** Decompose sentences under one heading and return the items. */
const itemsUnder = (body: string): readonly Item[] => decompose(`一、重点任务\n${body}`).items;
const firstTask = (body: string): Item | undefined => itemsUnder(body).find((item) => item.kind === 'task');

describe('3 sections', () => {
  test.for([
    ['3.2 chapter', '第一章 总则', [[1, 1, '总则']]],
    [
      '3.3 depth counts, not the family',
      '一、甲\n1.乙',
      [
        [1, 1, '甲'],
        [2, 1, '乙'],
      ],
    ],
    ['3.4 ordinal as stated', '（九）甲', [[1, 9, '甲']]],
    ['3.4 a colon at the end is left off', '一、甲乙：', [[1, 1, '甲乙']]],
    ['3.6 run-in', '（一）强化领导。各镇要抓好落实。', [[1, 1, '强化领导']]],
    ['3.6 one whole sentence is no heading', '1.各镇要开展排查。', []],
    ['3.6 one whole sentence with its note is no heading', '1.开展排查。（责任单位：县应急局）', []],
    [
      '3.7 list of headings',
      '一是建强班子。选优书记。二是抓实队伍。配强委员。',
      [
        [1, 1, '建强班子'],
        [1, 2, '抓实队伍'],
      ],
    ],
    ['3.7 list of sentences', '一是建强班子；二是抓实队伍。', []],
    ['a decimal is no marker', '1.5万名党员', []],
    ['a date is no marker', '2023.6.1甲', []],
  ] as const)('%s', ([, text, expected]) => {
    expect(decompose(`题目\n${text}`).sections.map((section) => [section.level, section.ordinal, section.title])).toEqual(expected);
  });

  test('3.1 title and year; no title when the line ends a sentence', () => {
    expect(decompose('2024年工作要点\n一、甲').doc).toMatchObject({ title: { text: '2024年工作要点', start: 0, end: 9 }, year: 2024 });
    expect(decompose('同志们：\n一、甲').doc).toMatchObject({ title: null, year: null });
    expect(decompose('方案\n一、甲\n二〇二五年三月一日').doc.year).toBe(2025);
  });

  test('3.8 c an unmarked paragraph closes a run-in heading, not a stand-alone one', () => {
    const { items } = decompose('一、甲\n（一）乙丙。丁。\n戊。');
    expect(items.map((item) => item.headingPath)).toEqual([['甲', '乙丙'], ['甲']]);
  });

  test('3.9 the closing part belongs to the document', () => {
    const { items } = decompose('一、甲\n乙。\n同志们，要落实。\n丙。');
    expect(items.map((item) => item.section)).toEqual(['s1', null, null]);
  });
});

describe('4 items', () => {
  test.for([
    ['4.1 sentence marks', '甲。乙；丙！丁？戊', ['甲。', '乙；', '丙！', '丁？', '戊']],
    ['4.1 half-width marks', '甲;乙!丙', ['甲;', '乙!', '丙']],
    ['4.2 no cut inside marks', '说“甲。乙”。（丙；丁）。', ['说“甲。乙”。', '（丙；丁）。']],
    ['4.2 closing mark stays', '甲。”乙', ['甲。”', '乙']],
    ['4.2 a lone opening mark is none', '甲“乙。丙。', ['甲“乙。', '丙。']],
    ['4.2 colon before a list', '做好两项工作：一是甲；二是乙。', ['做好两项工作：', '一是甲；', '二是乙。']],
    ['4.3 a note stays with its sentence', '开展轮训。（责任单位：县委）开展督查。', ['开展轮训。（责任单位：县委）', '开展督查。']],
  ] as const)('%s', ([, body, expected]) => {
    expect(itemsUnder(body).map((item) => item.text)).toEqual(expected);
  });

  test.for([
    ['要推行清单管理。', 'task'],
    ['要强化调研督导。', 'task'],
    ['要强化政治意识。', 'exhortation'],
    ['要靠牢各方责任。', 'exhortation'],
    ['开展国有企业党建共建活动。', 'task'],
    ['对履职不力、工作不实的，视情况进行通报、约谈。', 'task'],
    ['大家要提高政治站位，切实增强开展基层党建“五基三化”提升年行动的政治自觉、思想自觉和行动自觉。', 'exhortation'],
    ['市委组织部专门下发文件，对规范村党组织合建工作提出明确要求。', 'review'],
    ['党建是发展的根本保证。', 'background'],
    ['省委书记强调，要把党建抓在手上。', 'background'],
    ['2024年1月25日', 'background'],
    ['各级各部门要增强敏感性，绷紧换届风险这根弦。', 'exhortation'],
    ['要切实把思想和行动统一到县委部署要求上来，把防汛作为当前压倒一切的政治任务。', 'exhortation'],
    ['要带着感情、带着责任做好信访工作，做到民有所呼、我有所应。', 'exhortation'],
    ['坚持换届和日常工作“两手抓、两不误”。', 'exhortation'],
    ['积极弘扬孝亲敬老的传统美德。', 'exhortation'],
    ['深刻认识开展集中整治的重要性。', 'exhortation'],
    ['要正确处理改革与稳定的关系，划定生态保护红线，严禁乱采滥挖。', 'task'],
    ['带着感情走访慰问困难老党员。', 'task'],
    ['各村要抢修水毁渠道，蓄足用好每一方水。', 'task'],
    ['重要情况随时报告。', 'task'],
    ['推动优质医疗资源下沉，方便群众就近就医。', 'task'],
    ['搞好换届，要有坚强的组织领导作保障。', 'background'],
    ['本通知自2025年3月1日起施行，有效期3年。', 'background'],
    ['此前有关规定与本通知不一致的，以本通知为准。', 'background'],
    ['本要点由组织部负责解释。', 'background'],
    ['据气象部门预测，今年降雨比常年偏多两到三成。', 'background'],
    ['反馈问题：支部“三会一课”记录不规范，主题党日形式单一。', 'review'],
    ['今年上半年，全县共查处享乐主义、奢靡之风问题17起。', 'review'],
  ] as const)('4.4 %s is %s', ([body, kind]) => {
    expect(itemsUnder(body)[0]?.kind).toBe(kind);
  });

  test('4.6 opening, lead-in and closing bar tasks', () => {
    const { items } = decompose('各镇要开展培训。\n一、甲\n要开展培训。\n（一）乙\n要开展培训。\n同志们，要开展培训。');
    expect(items.map((item) => item.kind)).toEqual(['exhortation', 'exhortation', 'task', 'exhortation']);
  });
});

describe('5 attributes', () => {
  test.for([
    ['各级党组织要细化制定具体措施，区委组织部要加强监督指导。', ['各级党组织', '区委组织部']],
    ['机关企事业单位、社区、“两新”组织，要通过单建等方式落实阵地。', ['机关企事业单位、社区、“两新”组织']],
    ['坚持市委组织部统筹，举办培训班。', ['市委组织部']],
    ['全面建立领导小组，由党委主要负责同志担任组长。', ['党委主要负责同志']],
    ['我们各支部要建立台账。', ['各支部']],
    ['各项目牵头单位对项目负总责，制定细则。', ['各项目牵头单位']],
    ['结对共建协议要“一年一签”。', []],
    ['在机关，要开展培训。', []],
    ['对整改不力的单位要严肃问责。', []],
    ['县委组织部会同县财政局制定办法。', ['县委组织部']],
    ['今年，各县区要完成890个阵地达标。', ['各县区']],
    ['6月底前，各乡镇党委要完成摸排。', ['各乡镇党委']],
    ['落实整顿措施，由县级领导包联、乡镇党委书记主抓、第一书记驻村帮扶。', ['县级领导', '乡镇党委书记', '第一书记']],
    ['县直机关每个党支部每季度开展服务不少于1次。', ['县直机关每个党支部']],
    ['上半年小区党组织应建尽建，建立台账。', []],
    ['县公安局、县司法局配合，开展专项整治。', []],
    ['妥善安置受灾群众，确保有饭吃。', []],
  ] as const)('5.1 %s', ([body, expected]) => {
    expect(firstTask(body)?.lead.map((span) => span.text)).toEqual(expected);
  });

  test.for([
    ['（牵头单位：甲局，配合单位：乙局、丙局）', ['甲局'], ['乙局', '丙局']],
    ['(责任单位:甲局;完成时限:6月底前)', ['甲局'], []],
    ['【责任单位：甲局、各县（市、区）党委】', ['甲局', '各县（市、区）党委'], []],
    ['（县教育局牵头，县财政局配合）', ['县教育局'], ['县财政局']],
  ] as const)('5.1 b %s', ([note, lead, support]) => {
    const tasks = itemsUnder(`开展轮训。建立台账。${note}`);
    for (const task of tasks) expect([task.lead.map((span) => span.text), task.support.map((span) => span.text)]).toEqual([lead, support]);
    expect(tasks).toHaveLength(2);
  });

  test.for([
    ['2023年6月15日前', '2023-06-15'],
    ['2023年6月底前', '2023-06'],
    ['2023年底前', '2023-12'],
    ['到2023年底，', '2023-12'],
    ['今年，', 'XXXX'],
    ['8月底前', 'XXXX-08'],
    ['上半年', 'XXXX-06'],
    ['一季度', 'XXXX-03'],
    ['3年内', 'P3Y'],
    ['用三年时间', 'P3Y'],
    ['6个月内', 'P6M'],
    ['10个工作日内', 'P10D'],
    ['12月10日17:00前', 'XXXX-12-10'],
    ['６月底前', 'XXXX-06'],
    ['每年12月底前', null],
    ['定期', null],
    ['自6月1日起', null],
    ['近3年内', null],
  ] as const)('5.3 %s is %s', ([when, value]) => {
    expect(firstTask(`各镇要${when}完成台账建设。`)?.deadline?.value ?? null).toBe(value);
  });

  test('5.3 a field may be ongoing, and the year of the document fills in', () => {
    expect(firstTask('建立台账。（责任单位：甲局；完成时限：长期坚持）')?.deadline?.value).toBe('ongoing');
    expect(decompose('2024年要点\n一、甲\n要6月底前建立台账。').items[0]?.deadline?.value).toBe('2024-06');
  });

  test.for([
    ['1.5万名', 15000, '名', '='],
    ['不少于10名', 10, '名', '>='],
    ['2名以上', 2, '名', '>='],
    ['1/3以上', '1/3', '', '>='],
    ['2—3个', '2-3', '个', 'range'],
    ['2至3个', '2-3', '个', 'range'],
    ['8５％', 85, '%', '='],
    ['35岁左右', 35, '岁', '~'],
    ['控制在45岁左右', 45, '岁', '~'],
    ['超过20家', 20, '家', '>'],
    ['不足20家', 20, '家', '<'],
    ['不超过3亿元', 300000000, '元', '<='],
    ['至少召开1次', 1, '次', '>='],
    ['约100场次', 100, '场次', '~'],
    ['连续3年', 3, '年', '='],
    ['1,200亩', 1200, '亩', '='],
  ] as const)('5.4 %s', ([amount, number, unit, comparator]) => {
    expect(firstTask(`要建立台账${amount}。`)?.quantities.map((one) => [one.number, one.unit, one.comparator])).toEqual([[number, unit, comparator]]);
  });

  test.for(['9大方面', '三点意见', '3.0版', '第3批', '2023年', '“2+N”', '一次', '数十万名', '1号文件'])('5.4 %s is no quantity', (text) => {
    expect(firstTask(`要建立${text}台账。`)?.quantities).toEqual([]);
  });

  test.for([
    ['开展“红色网格”轮训。', ['红色网格']],
    ['广泛开展“甲乙”“丙丁”等系列活动。', ['甲乙', '丙丁']],
    ['严格执行《工作规则》，落实“三会一课”和主题党日制度。', ['工作规则', '三会一课', '主题党日']],
    ['以“千名计划”为抓手，培养干部。', ['千名计划']],
    ['加强“三农”工作，建立台账。', []],
    ['推动“领头雁”强能，建立台账。', []],
    ['开展“村霸”问题专项治理。', []],
    ['围绕“三个表率”，建立台账。', []],
    ['坚决防止“纸上党建”，建立台账。', []],
    ['坚持“公平公正”的原则，建立台账。', []],
    ['深化一办三中心”机制。', []],
  ] as const)('5.5 %s', ([body, expected]) => {
    expect(firstTask(body)?.mechanisms.map((span) => span.text)).toEqual(expected);
  });
});
