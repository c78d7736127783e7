import type { Random } from '../random.ts';

const countyFirst = [...'青云禾锦翠松霞岚禹穗桐芷渌芸槐砚汀岫澄皓'];
const countySecond = [...'禾澜穗岚麓砚泓岫樾'];

/** Names of counties that are on no map（县名）; the first is always 青禾县. */
export function countyName(index: number): string {
  const names = countySecond.flatMap((second) => countyFirst.filter((first) => first !== second).map((first) => `${first}${second}县`));
  const round = Math.floor(index / names.length);
  return (round === 0 ? '' : `新${round === 1 ? '' : round}`) + (names[index % names.length] ?? '');
}

const things = [...'石柳双白青枣望杨桃梨桂梅松竹荷芦沙金银玉铁龙凤鹤雁鹿马泉榆槐'];
const grounds = [...'桥河塘湾岭坪沟泉店铺庙集堡岗渡口林'];
const sides = [...'大小上下东西南北前后新老'];
const hamlets = [...'庄沟湾坪岭坝营堡店寨洼垸'];
const families = [...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金'];
const wishes = [
  '幸福',
  '和平',
  '滨河',
  '文昌',
  '新华',
  '朝阳',
  '光明',
  '健康',
  '向阳',
  '锦绣',
  '书香',
  '紫薇',
  '玉兰',
  '金桂',
  '康乐',
  '安居',
  '站前',
  '学府',
  '南湖',
  '翠竹',
  '丁香',
  '曙光',
  '惠民',
  '友谊',
  '长乐',
  '永安',
  '福源',
];

/** Every town and village of a county, each name once（乡镇、村、社区名）. */
export class Gazetteer {
  readonly #taken = new Set<string>();
  readonly #random: Random;

  constructor(random: Random) {
    this.#random = random;
  }

  town = (): string => this.#once(() => this.#random.pick(things) + this.#random.pick(grounds), '镇');

  street = (): string => this.#once(() => this.#random.pick(['城东', '城西', '城南', '城北', '城中', '滨江', '新城', '老城', '湖滨', '开发区']), '街道');

  village = (): string =>
    this.#once(() => {
      const random = this.#random;
      const shape = random.below(3);
      if (shape === 0) return `${random.pick(families)}家${random.pick(hamlets)}`;
      if (shape === 1) return random.pick(sides) + random.pick(things) + random.pick(grounds);
      return random.pick(things) + random.pick(random.chance(0.5) ? grounds : hamlets);
    }, '村');

  community = (): string => this.#once(() => this.#random.pick(wishes) + this.#random.pick(['', '', '路', '里', '苑']), '社区');

  /** Where a name is taken, it gets a side of the compass, as in life; after that a number. */
  #once(compose: () => string, kind: string): string {
    for (let attempt = 0; ; attempt++) {
      const side = attempt < 20 ? '' : attempt < 60 ? this.#random.pick(sides) : `第${attempt}`;
      const name = side + compose() + kind;
      if (this.#taken.has(name)) continue;
      this.#taken.add(name);
      return name;
    }
  }
}
