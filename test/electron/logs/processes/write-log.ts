import { createLogFile } from '../../../../electron/logs/log-file.ts';

const [folder = '', count = ''] = process.argv.slice(2);
const log = createLogFile({ folder, fileLimitBytes: 1_000_000, fileCount: 5 }, () => console.log('lost a line'));
for (let index = 0; index < Number(count); index += 1) log.write('a line of the log');
log.close();
console.log(`wrote ${count} lines`);
