/** Hand a downloaded file to the person（保存文件）under the name the server gave it. */
export function saveFile(file: File | Blob, name = 'name' in file ? file.name : '导出'): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
