/** What `tagSchema` takes, in characters. */
const LONGEST_TAG = 60;

/** Tags as people write them, with commas, semicolons or bars between: each once, on one line, without characters that hide or turn it. */
export function readTags(text: string): readonly string[] {
  const tags = text.split(/[,;|\n]/u).map((tag) => tag.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\s]+/gu, ' ').trim());
  return [...new Set(tags.map((tag) => tag.slice(0, LONGEST_TAG).trim()).filter((tag) => tag !== ''))];
}
