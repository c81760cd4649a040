/** Fails to compile where a union's member was forgotten; throws if one slips through at run time. */
export function assertNever(value: never): never {
  throw new Error(`Unexpected value: ${String(value)}`);
}
