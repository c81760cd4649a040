/** A value as one line of JSON, its end included. Characters that a terminal might obey are written as escapes, which JSON reads back the same. */
export function jsonLine(value: unknown): string {
  return `${JSON.stringify(value).replace(/[\u007f-\u009f]|\p{Cf}|\p{Zl}|\p{Zp}/gu, escape)}\n`;
}

function escape(character: string): string {
  return Array.from({ length: character.length }, (_, index) => `\\u${character.charCodeAt(index).toString(16).padStart(4, '0')}`).join('');
}
