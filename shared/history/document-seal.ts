/**
 * A number that is another one when the document of a check, or the check it stands under, is not what was saved (FNV-1a, 32 bits). A
 * single changed character is always noticed. Not against somebody who means harm.
 */
export function documentSeal(id: number, document: string): number {
  let seal = SEED;
  const sealed = `${id}:${document}`;
  for (let index = 0; index < sealed.length; index += 1) seal = Math.imul(seal ^ sealed.charCodeAt(index), PRIME);
  return seal >>> 0;
}

/** Offset basis and prime of FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/). */
const SEED = 0x81_1c_9d_c5;
const PRIME = 0x01_00_01_93;
