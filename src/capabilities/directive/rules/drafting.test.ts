import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decompose } from './decomposition/index.ts';
import { draftOf } from './drafting.ts';
import { fieldOf } from './field.ts';
import { goalOf } from './goal.ts';
import { proposedReasons } from './reasons.ts';

test.for([
  ['各级党组织要细化制定提升年行动具体措施，区委组织部要加强监督指导。', ['各级党组织'], '细化制定提升年行动具体措施'],
  ['要坚持问题导向，紧扣基层实际，深入基层了解真实情况。', [], '深入基层了解真实情况'],
  ['聚焦乡村振兴、招商引资等重点工作，开展“党旗领航＋”系列活动。', [], '开展“党旗领航＋”系列活动'],
  ['对合建规模过大、运行效果差的，该划小的要划小；', [], '对合建规模过大、运行效果差的，该划小的要划小'],
  ['对各级机关党支部进行一次全面政治体检，打造“四强”机关党支部。', [], '对各级机关党支部进行一次全面政治体检'],
  ['今年，各县区要重点完成890个行政村阵地达标，同时启动首期改造。', [], '重点完成890个行政村阵地达标'],
  ['一是要推行清单管理。', [], '推行清单管理'],
  ['要切实加强党员教育。', [], '加强党员教育'],
  ['每村配备后备干部。（牵头单位：县委组织部）', [], '每村配备后备干部'],
  ['要求不得降低。', [], '要求不得降低'],
  ['必须重要事项集体研究。', [], '重要事项集体研究'],
] as const)('the goal of %s', ([sentence, subjects, goal]) => {
  expect(goalOf(sentence, subjects)).toBe(goal);
});

test('a goal is short, never empty, and keeps names whole', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'要推行清单管理，、。“”（）制度党员的对以一是'), minLength: 1, maxLength: 200 }), (sentence) => {
      const goal = goalOf(sentence);
      expect(goal.length).toBeLessThanOrEqual(56);
      if (/[推行清单管理制度党员]/.test(sentence)) expect(goal).not.toBe('');
    }),
  );
});

test.for([
  ['开展国有企业党建共建活动', [], 'state-enterprise'],
  ['推行社区、居民小区党组织星级化管理', ['提高城市基层党建引领基层治理质量'], 'community'],
  ['健全参与决策管理工作机制', ['二', '提高新兴领域党建工作质量'], 'new-sector'],
  ['推进中小学校校长负责制，落实公立医院院长负责制', ['提高机关企事业单位党建质量'], null],
  ['分层级分领域建立责任清单', [], 'all'],
  ['加强党员教育', [], null],
] as const)('the field of %s', ([text, headings, field]) => {
  expect(fieldOf(text, headings)).toBe(field);
});

const taskOf = (text: string) => {
  const task = decompose(`一、重点任务\n${text}`).items.find(({ kind }) => kind === 'task');
  if (!task) throw new Error('no task');
  return task;
};

test('a task is drafted with its leads, posts, partners, target and deadline', () => {
  const draft = draftOf(taskOf('各镇党委书记要在2027年6月底前配备不少于2名村级后备干部。（牵头单位：县委组织部，配合单位：县财政局）'), null);
  expect(draft).toMatchObject({
    leads: ['各镇党委书记', '县委组织部'],
    posts: ['书记'],
    partners: ['县财政局'],
    target: { number: 2, comparator: '>=', unit: '名' },
    deadline: { value: '2027-06', from: null },
    field: 'village',
  });
});

test('a duration counts from the day of issue', () => {
  expect(draftOf(taskOf('要用3年时间轮训全部党员。'), '2027-03-01').deadline).toMatchObject({ value: 'P3Y', from: '2027-03-01' });
});

test('only what demands nothing has a proposed reason', () => {
  expect(
    Object.entries(proposedReasons)
      .filter(([, reason]) => reason === null)
      .map(([kind]) => kind),
  ).toEqual(['task', 'typed']);
});
