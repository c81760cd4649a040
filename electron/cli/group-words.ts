/**
 * The targets that words of a command line name: each word is one, but a port, list or range of ports belongs to the host
 * before it, as `nc` takes it. "a 80 b:443 c 1-9" is "a 80", "b:443" and "c 1-9"; "a 22 80" is "a 22" and "a 80".
 */
export function groupWords(words: readonly string[]): readonly string[] {
  const targets: string[] = [];
  let host: string | null = null;
  for (const [index, word] of words.entries()) {
    const isFollowed = words[index + 1] !== undefined && isPorts(words[index + 1] ?? '');
    if (host !== null && isPorts(word)) targets.push(`${host} ${word}`);
    else if (isFollowed && !isPorts(word)) host = word;
    else {
      host = null;
      targets.push(word);
    }
  }
  return targets;
}

/** 80, 1-1024, 22,80,8000-8010. */
function isPorts(word: string): boolean {
  return /^\d+(?:[-,]\d+)*$/u.test(word);
}
