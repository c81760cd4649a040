// Writes a log on the tiny disk of argv[2] until it is full, makes room, and fills it again. Prints JSON: what was told, and how the log ends.
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { createLogFile, logPaths } from '../../../../electron/logs/log-file.ts';

const disk = process.argv[2] ?? '';
const ballast = join(disk, 'ballast');
const place = { folder: join(disk, 'logs'), fileLimitBytes: 10_000_000, fileCount: 1 };
const told: unknown[] = [];
const log = createLogFile(place, (error) => told.push(error instanceof Error && 'code' in error ? error.code : error));
const line = 'a line of the log '.repeat(20);

writeFileSync(ballast, Buffer.alloc(200_000));
for (let index = 0; index < 5_000; index += 1) log.write(line);
const toldWhenFull = [...told];
rmSync(ballast);
for (let index = 0; index < 5_000; index += 1) log.write(line);
log.close();
const [path = ''] = logPaths(place);
const wrong = readFileSync(path, 'utf8')
  .split('\n')
  .filter((each) => each !== '' && each !== line && !line.startsWith(each));
process.stdout.write(JSON.stringify({ toldWhenFull, told, wrong }));
