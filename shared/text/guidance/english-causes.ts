import type { causes } from '../../guidance/causes/causes.ts';
import type { CauseWordsOf } from './cause-words.ts';
import { englishClientCauses } from './english-client-causes.ts';
import { englishFilterCauses } from './english-filter-causes.ts';
import { englishNameCauses } from './english-name-causes.ts';
import { englishPathCauses } from './english-path-causes.ts';
import { englishServerCauses } from './english-server-causes.ts';
import { englishTlsCauses } from './english-tls-causes.ts';
import { englishWebCauses } from './english-web-causes.ts';

/** The words of every cause. */
export const englishCauses: CauseWordsOf<typeof causes> = {
  ...englishServerCauses,
  ...englishFilterCauses,
  ...englishPathCauses,
  ...englishNameCauses,
  ...englishTlsCauses,
  ...englishWebCauses,
  ...englishClientCauses,
};
