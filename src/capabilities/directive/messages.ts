import type { Facts, Messages } from '#kernel/decision';

export const messages = {
  'directive.empty': () => '没有可以分解的文字。请选择文件，或把讲话粘贴进来。',
  'directive.file-empty': ({ name }: Facts) => `“${name}”是空文件。请重新选择文件。`,
  'directive.file-torn': ({ name }: Facts) => `“${name}”不完整或已损坏，打不开。请在原来的电脑上另存一份再传。`,
  'directive.file-kind': ({ name }: Facts) => `“${name}”不是 txt、docx、PDF 或图片（png、jpg）。旧的 doc 文件请先在 Word 或 WPS 里另存为 docx。`,
  'directive.file-encrypted': ({ name }: Facts) => `“${name}”设有打开密码，读不出来。请取消密码后另存一份再传。`,
  'directive.file-too-much': ({ name }: Facts) => `“${name}”的内容过于庞杂，读取超时。请在原来的电脑上另存为 docx 或拆成几个文件再传。`,
  'directive.reading-busy': () => '正在读取的文件较多，这一份还没有读。请过半分钟再试。',
  'directive.encoding': ({ name }: Facts) => `“${name}”不是 UTF-8 或 GB18030 编码的文字，读不出来。请另存为 UTF-8 再传。`,
  'directive.too-long': ({ limit }: Facts) => `文字超过 ${limit} 字。请按部分拆成几个文件。`,
  'directive.pages-too-many': ({ limit }: Facts) => `扫描件超过 ${limit} 页。请拆成几个文件。`,
  'directive.page-outside': ({ page, pages }: Facts) => `这份扫描件共 ${pages} 页，没有第 ${page} 页。`,
  'directive.span-outside': () => '所选文字不在原文里，请重新选择。',
  'directive.not-editable': ({ state }: Facts) => `由这份讲话分解的清单${state}，不能再改。`,
  'directive.reason-missing': () => '不立项须写明理由。',
  'directive.clause-unknown': () => '所选的句子里有不属于这份文件的，请刷新后重选。',
  'directive.clause-has-duties': ({ count }: Facts) => `这一句已经立了 ${count} 条，不能标为不立项。请先删去这些条目。`,
} satisfies Messages;
