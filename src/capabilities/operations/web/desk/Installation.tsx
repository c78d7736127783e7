import './operations.css';
import { useSuspenseQuery } from '@tanstack/react-query';
import { momentText, StateTag } from '#web/parts';
import { operations } from '../queries.ts';

const sizeText = (bytes: number): string => (bytes < 1e9 ? `${(bytes / 1e6).toFixed(1)} MB` : `${(bytes / 1e9).toFixed(2)} GB`);

/** 系统状态: version, database, files, journal and the last back-up. */
export function Installation() {
  const { data } = useSuspenseQuery(operations.readInstallation.queryOptions({ input: {}, refetchInterval: 30_000 }));
  const { database, journal, lastBackup, process } = data;
  const facts = [
    ['版本', `夯基 ${data.version}，Node.js ${process.node}`],
    ['安装', `${data.simulated ? '模拟数据' : '正式使用'}，${momentText(data.createdAt)}建立`],
    [
      '数据库',
      `PostgreSQL ${database.version}（${database.embedded ? '内置' : '外接'}），${sizeText(database.bytes)}，结构 ${database.migrations} 步，最新 ${database.newestMigration}`,
    ],
    ['文件', data.files],
    ['日志', journal.waiting === 0 ? '全部已封' : `${journal.waiting} 条等待封存，最早的等了 ${Math.round(journal.oldestWaitingSeconds ?? 0)} 秒`],
    ['进程', `${momentText(process.startedAt)}启动，占用内存 ${sizeText(process.memoryBytes)}`],
  ] as const;
  return (
    <section className="panel" aria-labelledby="installation">
      <h2 id="installation">系统状态</h2>
      <dl className="operations-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="quiet">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
        <div>
          <dt className="quiet">备份</dt>
          <dd>
            {lastBackup ? (
              `${momentText(lastBackup.at)}，${sizeText(lastBackup.bytes)}`
            ) : (
              <>
                <StateTag strong>还没有备份</StateTag> 请在服务器上运行 npm run hangji -- backup 文件名
              </>
            )}
          </dd>
        </div>
      </dl>
    </section>
  );
}
