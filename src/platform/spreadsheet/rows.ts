/** Every row of a list（逐页读取）, read a page at a time, so that memory holds one page and not the list. */
export async function* everyRow<Row>(readPage: (window: { page: number; size: number }) => Promise<readonly Row[]>, size = 2_000): AsyncGenerator<Row> {
  for (let page = 1; ; page++) {
    const rows = await readPage({ page, size });
    yield* rows;
    if (rows.length < size) return;
  }
}
