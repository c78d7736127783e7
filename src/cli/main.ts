import { runCommand } from './commands.ts';

// Whoever reads our output may stop reading: `hangji … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

await runCommand(process.argv);
