/** Everything a source yields, once it has ended (Array.fromAsync, before the compiler knows it). */
export async function collect<T>(source: AsyncIterable<T>): Promise<readonly T[]> {
  const values: T[] = [];
  for await (const value of source) values.push(value);
  return values;
}
