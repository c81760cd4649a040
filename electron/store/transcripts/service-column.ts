/** The id of a service as it stands in a column: NULL is equal to nothing, so no service is ''. */
export function serviceToColumn(service: string | null): string {
  return service ?? '';
}

/** The id of a service from a column. */
export function serviceFromColumn(column: string): string | null {
  return column === '' ? null : column;
}
