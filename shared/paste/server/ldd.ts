import type { OutputForm } from '../output/output-form.ts';
import { learnt } from '../output/told.ts';

/** ldd, whole or through `grep libwrap`, which prints nothing when the program cannot use TCP wrappers. */
export const ldd: OutputForm = {
  name: 'ldd',
  needsTarget: true,
  read: ({ lines, program, command }) => {
    const isLdd = lines.some((line) => /^\s*\S{1,200} (?:=> \S{1,200} )?\(0x[0-9a-f]{6,16}\)$/u.test(line));
    if (!isLdd && program !== 'ldd') return null;
    const found = lines.find((line) => line.includes('libwrap'));
    const isWhole = lines.some((line) => /libc\.so|not a dynamic executable|statically linked/u.test(line));
    // Only the whole list, or a search for it that found nothing, shows that it is not there.
    if (found === undefined && !isWhole && !(lines.length === 0 && /grep .{0,10}libwrap/u.test(command ?? ''))) return [];
    return [learnt({ kind: 'libwrap', isLinked: found !== undefined }, found?.trim() ?? command ?? lines[0]?.trim() ?? '')];
  },
};
