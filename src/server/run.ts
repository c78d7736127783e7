import { parseArgs } from 'node:util';
import { OperatorError } from '#platform/db';
import { sentenceFor } from './explain.ts';
import { readSettings, type Settings } from './settings.ts';
import { type Running, start } from './start.ts';

const stopMilliseconds = 30_000;

/** Run the server until it is told to stop（运行）. What the operator can put right is one sentence; the rest is a fault and shown whole. */
export async function run(args: readonly string[], environment: NodeJS.ProcessEnv): Promise<void> {
  let settings: Settings | undefined;
  const told = { toStop: false };
  try {
    settings = readSettings(environment, optionsOf(args));
    const starting = start(settings, environment);
    stopOnSignal(starting, told);
    console.log((await starting).greeting);
  } catch (error) {
    // Ctrl-C reaches initdb as well: what it says then is no failure.
    if (told.toStop) end();
    fail(error, settings?.folder ?? '');
  }
}

function optionsOf(args: readonly string[]): { empty: boolean } {
  try {
    const { values } = parseArgs({ args: [...args], options: { empty: { type: 'boolean', default: false } }, strict: true });
    return { empty: values.empty ?? false };
  } catch {
    throw new OperatorError(`不认识的参数：${args.join(' ')}。可用的参数只有 --empty（空的真实安装）。`);
  }
}

/** The first signal stops in order, also in the middle of starting; a second one leaves at once. */
function stopOnSignal(starting: Promise<Running>, told: { toStop: boolean }): void {
  const stop = async () => {
    if (told.toStop) process.exit(1);
    told.toStop = true;
    console.log('正在停止：等待进行中的请求和作业结束……');
    setTimeout(() => process.exit(1), stopMilliseconds).unref();
    const running = await starting.catch(() => undefined);
    await running?.stop().catch((error: unknown) => fail(error, ''));
    end();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, stop);
}

function end(): never {
  console.log('已停止。');
  process.exit(0);
}

export function fail(error: unknown, folder: string): never {
  console.error(sentenceFor(error, folder) ?? error);
  process.exit(1);
}
