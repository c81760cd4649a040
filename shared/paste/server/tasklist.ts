/** The names of processes by their number, as `tasklist /fo csv /nh` prints them; without ".exe". */
export function readTasks(lines: readonly string[]): ReadonlyMap<number, string> {
  return new Map(
    lines.flatMap((line) => {
      const [, name = '', number] = /^"([^"]{1,200})","(\d{1,10})",/u.exec(line) ?? [];
      return number === undefined ? [] : [[Number(number), name.replace(/\.exe$/iu, '')] as const];
    }),
  );
}
