import type { Case } from './cases/case.ts';
import { faultCases } from './cases/faults.ts';
import { nameCases } from './cases/names.ts';
import { scriptedCases } from './cases/scripted.ts';
import { serviceCases } from './cases/services.ts';
import { webCases } from './cases/web.ts';

/** Everything the lab checks, group by group. */
export const caseGroups: readonly { readonly about: string; readonly cases: readonly Case[] }[] = [
  { about: 'connections that fail', cases: faultCases },
  { about: 'names', cases: nameCases },
  { about: 'real services', cases: serviceCases },
  { about: 'the web and its certificates', cases: webCases },
  { about: 'servers on a bad day', cases: scriptedCases },
];
