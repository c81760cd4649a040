/** One step of the schema. Once released it is never changed: a mistake is corrected by the next one. */
export interface Migration {
  /** The `user_version` of the file after it: 1, 2, 3, ... */
  readonly version: number;
  readonly sql: string;
}
