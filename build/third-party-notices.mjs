// npm run notices: writes THIRD-PARTY-NOTICES.md, the licences of all that travels with Sonde.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rootFolder } from './runtime.mjs';
import { writeNotices } from './supply/notices.mjs';

writeFileSync(join(rootFolder, 'THIRD-PARTY-NOTICES.md'), writeNotices());
