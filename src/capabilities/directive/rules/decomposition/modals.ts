/** Words that make a clause a directive（要、必须、应…, GUIDELINES 4.5）. */

const modal =
  /希望(?=大家|各|同志|全|广大|你们)|让我们|(?<![纪重主需首必纲摘概紧机扼只若如想索简政冲险提])要(?![求素点件害领道地职案目靠么义隘略紧好不挟塞]|闻(?![令声风]))|必须|务必|(?<!必)须(?!知|眉)|(?<![适相响反对供效感照顺回呼一因理])应(?!.尽)(?![急对用变届邀激聘召酬付运景征试许验承缴收诉知有])|应(?:当|该|于|按)|不得(?!已|不)|(?<!避免)不准|严禁|严防|(?:决|绝|切)不(?:能|可|允许|得)?|防止|确保|务求|禁止|切忌|(?<![申聘邀])请(?!求|示|教|假|进来|柬)|需(?!求|要)|需要(?:[^，]{0,12})(?:于|在[^，]{1,8}前)/;
const need = /要有[^，]{1,30}(?:作|做)?(?:保障|支撑|保证)|要靠|亟需|亟待|迫切需要/;

/** Find the first modal of a clause; -1 when there is none. `重要`, `要求`, `适应`… are no modals, nor is a need（要靠…才能）. */
export function modalAt(plain: string): number {
  if (need.test(plain)) return -1;
  return modal.exec(plain)?.index ?? -1;
}
