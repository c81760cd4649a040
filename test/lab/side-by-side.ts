/** Does something with every item, so many at once, and keeps the order of the results; the first rejection rejects all. */
export async function sideBySide<Item, Result>(
  { items, atOnce }: { readonly items: readonly Item[]; readonly atOnce: number },
  work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
  const results: Result[] = [];
  const waiting = items.entries();
  const worker = async (): Promise<void> => {
    for (const [index, item] of waiting) results[index] = await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
}
