import type { Random, Weighted } from '../random.ts';

// Frequent surnames, about as frequent as they are; the names of nobody are copied, every one is composed.
const surnames: Weighted<string> = Object.entries(
  Object.assign(
    {},
    ...(
      [
        [72, '王李张'],
        [50, '刘陈'],
        [22, '杨黄赵吴周'],
        [14, '徐孙马朱胡郭何林高罗'],
        [
          9,
          '郑梁谢宋唐许韩冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙黎史陶贺毕郝龚邵万覃武钱戴莫孔向汤',
        ],
      ] as const
    ).map(([weight, characters]) => Object.fromEntries([...characters].map((character) => [character, weight]))),
  ) as Record<string, number>,
).concat([
  ['欧阳', 1],
  ['上官', 0.3],
  ['司徒', 0.3],
]);

const olderMen = '国建军文明华志平荣德福贵祥海成洪金玉良仁义永生春新强民兴富忠学光昌茂运长树根有才';
const youngerMen = '伟磊鹏涛浩宇杰斌超凯俊辉波峰健博翔航昊晨旭阳轩睿泽涵子铭一嘉诚毅恒远';
const olderWomen = '秀英兰芳桂珍玉梅凤莲翠红霞素琴淑华春香月美云菊爱巧金银喜荣';
const youngerWomen = '婷静丽娜敏艳燕娟雪倩莹琳慧颖佳欣怡梦雨思诗洁悦璐蕾妍媛萌可心晓';

const stock = { '1': { older: [...olderMen], younger: [...youngerMen] }, '2': { older: [...olderWomen], younger: [...youngerWomen] } } as const;

/** Compose a name（姓名）: no real person is meant. @param bornIn - year; fashions change about 1978 */
export function personName(random: Random, sex: '1' | '2', bornIn: number): string {
  const { older, younger } = stock[sex];
  const characters = bornIn < 1978 ? older : bornIn < 1990 && random.chance(0.4) ? older : younger;
  const first = random.pick(characters);
  const single = random.chance(bornIn < 1965 ? 0.12 : bornIn < 1995 ? 0.3 : 0.12);
  const second = single ? '' : random.pick(characters);
  return random.weighted(surnames) + first + (second === first ? '' : second);
}

/** Codes of nationalities other than Han（GB/T 3304）, the larger ones. */
export const minorities: Weighted<string> = [
  ['08', 19],
  ['03', 11],
  ['11', 10],
  ['06', 11],
  ['05', 11],
  ['15', 10],
  ['07', 10],
  ['02', 6],
  ['04', 6],
  ['12', 3],
  ['09', 3],
];
