import { OperatorError } from '#platform/db';
import { simulate as simulateProvince } from '#simulation';
import { found } from '../server/founding.ts';
import { openInstallation } from '../server/open.ts';
import { progressBar } from '../server/progress.ts';
import { readSettings } from '../server/settings.ts';

export interface SimulateOptions {
  counties: string;
  organizations: string;
  members?: string;
  seed?: string;
}

const membersPerOrganization = 20;
const megabyte = 1_048_576;

/** 模拟: one county, or a province as one database of many, into an empty place; with the rate and the memory it took. */
export async function simulate({ counties, organizations, members, seed }: SimulateOptions): Promise<void> {
  const settings = readSettings(process.env);
  const sizes = { counties: numberIn('--counties', counties), organizationsPerCounty: numberIn('--organizations', organizations) };
  const membersPerCounty = members === undefined ? sizes.organizationsPerCounty * membersPerOrganization : numberIn('--members', members);
  const opened = await openInstallation(settings, process.env);
  try {
    const place = settings.databaseUrl ? 'DATABASE_URL 的数据库' : `数据目录 ${settings.folder} `;
    const bar = progressBar('正在模拟', process.stderr);
    let filled = false;
    await found(opened.owner, { simulated: true, place }, async () => {
      filled = true;
      const report = await simulateProvince(opened.owner, {
        ...sizes,
        membersPerCounty,
        services: opened.services,
        ...(seed === undefined ? {} : { seed }),
        onProgress: ({ counties: done, of, rowsPerSecond }) => bar(done, of, `${done}/${of} 个县，每秒 ${rowsPerSecond} 行`),
      });
      console.log(
        `${report.counties} 个县，${report.organizations} 个党组织，${report.members} 名党员，${report.rows} 行，${(report.bytes / megabyte).toFixed(1)} MB。`,
      );
      console.log(`用时 ${report.seconds.toFixed(1)} 秒，每秒 ${report.rowsPerSecond} 行，内存最多 ${Math.round(report.peakMemoryBytes / megabyte)} MB。`);
    });
    if (!filled) throw new OperatorError(`${place}里已经有模拟数据。请以 HANGJI_DATA 或 DATABASE_URL 换一个空的地方。`);
  } finally {
    await opened.close();
  }
}

function numberIn(option: string, text: string): number {
  if (!/^[1-9]\d{0,8}$/.test(text)) throw new OperatorError(`${option} 应是正整数，现在是“${text}”。`);
  return Number(text);
}
