/** Radicals of the supplement that have no decomposition of their own, each followed by the character that looks the same. */
const pairs =
  '⺁厂⺈刀⺊卜⺌小⺍小⺎兀⺏尢⺒巳⺓幺⺖忄⺗心⺘扌⺙攵⺛旡⺜日⺝月⺟母⺠民⺡氵⺢氺⺣灬⺥爪⺦丬⺧牛⺨犭⺩王⺫目⺬示⺭礻⺮竹⺯糸⺰纟⺱罒⺲罒⺶羊⺷羊⺸羊⺹耂⺻聿⺼肉⺽臼⺾艹⺿艹⻀艹⻁虎⻂衤⻃覀⻄西⻅见⻆角⻇角⻈讠⻉贝⻊足⻋车⻌辶⻍辶⻎辶⻏阝⻐钅⻑長⻒镸⻓长⻔门⻕阝⻖阝⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻞食⻟飠⻠饣⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟';
const supplement = new Map((pairs.match(/../gu) ?? []).map((pair) => [pair.charAt(0), pair.charAt(1)]));

/**
 * Write radicals as the characters they stand for（部首还原）. Programs that print to PDF store 行 as the radical ⾏, which looks the same and is
 * found by no search and no rule. Nothing else is changed.
 */
export const withoutRadicals = (text: string): string => text.replace(/[\u2e80-\u2fd5]/g, (sign) => supplement.get(sign) ?? sign.normalize('NFKC'));
