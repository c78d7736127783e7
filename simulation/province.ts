import { Client, type ClientConfig } from 'pg';
import { hashPassword } from '#account';
import { OperatorError } from '#platform/db';
import type { Services } from '#platform/jobs';
import { demoPassword } from './county/accounts.ts';
import { fillCounty, settleTables } from './fill.ts';

export interface ProvinceOptions {
  services: Services;
  counties: number;
  /** 60 to 10,000 */
  organizationsPerCounty: number;
  membersPerCounty: number;
  seed?: string;
  today?: string;
  withCourse?: boolean;
  onProgress?: (progress: ProvinceProgress) => void;
}

export interface ProvinceProgress {
  /** counties that are in, and how many there will be */
  counties: number;
  of: number;
  rows: number;
  rowsPerSecond: number;
}

/** What a simulation wrote, how fast, and how much memory it took at most（模拟报告）. */
export interface ProvinceReport {
  counties: number;
  organizations: number;
  members: number;
  rows: number;
  bytes: number;
  seconds: number;
  rowsPerSecond: number;
  peakMemoryBytes: number;
}

export const mostOrganizations = 10_000;
export const fewestOrganizations = 60;

/**
 * Simulate one county or a province of many in one database（模拟全省）. Each county is one transaction; memory holds two at a time, one being
 * composed while the other is written, whatever the number.
 *
 * @param owner - the owner's sign-in of a migrated database
 * @throws {OperatorError} when a size is out of bounds, or the installation is a real one
 */
export async function simulate(owner: ClientConfig, options: ProvinceOptions): Promise<ProvinceReport> {
  const { counties, organizationsPerCounty, membersPerCounty, services, seed = 'hangji', withCourse = false, today, onProgress } = options;
  check(options);
  const start = performance.now();
  const passwordHash = await hashPassword(demoPassword);
  const report = { counties: 0, organizations: 0, members: 0, rows: 0, bytes: 0 };
  const seconds = () => (performance.now() - start) / 1_000;
  let next = 0;

  const work = async (): Promise<void> => {
    const client = new Client(owner);
    await client.connect();
    try {
      for (let index = next++; index < counties; index = next++) {
        const size = { organizations: organizationsPerCounty, members: membersPerCounty };
        const day = today === undefined ? {} : { today };
        const county = await fillCounty(client, { services, seed, index, withCourse, ...size, ...day }, passwordHash);
        report.counties++;
        report.organizations += county.organizations;
        report.members += county.members;
        report.rows += county.rows;
        report.bytes += county.bytes;
        onProgress?.({ counties: report.counties, of: counties, rows: report.rows, rowsPerSecond: Math.round(report.rows / seconds()) });
      }
    } catch (error) {
      // After one county failed, nobody begins another.
      next = counties;
      throw error;
    } finally {
      await client.end();
    }
  };
  const outcomes = await Promise.allSettled(Array.from({ length: Math.min(2, counties) }, work));
  const failed = outcomes.find((outcome) => outcome.status === 'rejected');
  if (failed) throw failed.reason;
  await settle(owner);
  const took = seconds();
  return { ...report, seconds: took, rowsPerSecond: Math.round(report.rows / took), peakMemoryBytes: process.resourceUsage().maxRSS * 1_024 };
}

function check({ counties, organizationsPerCounty, membersPerCounty }: ProvinceOptions): void {
  if (!Number.isInteger(counties) || counties < 1 || counties > 999) throw new OperatorError('县的个数应为 1 至 999。');
  if (organizationsPerCounty < fewestOrganizations || organizationsPerCounty > mostOrganizations) {
    throw new OperatorError(`每县党组织应为 ${fewestOrganizations} 至 ${mostOrganizations} 个。`);
  }
  if (membersPerCounty < organizationsPerCounty * 4 || membersPerCounty > organizationsPerCounty * 60) {
    throw new OperatorError('每县党员数应为党组织数的 4 至 60 倍，否则支部会过小或过大。');
  }
}

async function settle(owner: ClientConfig): Promise<void> {
  const client = new Client(owner);
  await client.connect();
  await settleTables(client);
  await client.end();
}
