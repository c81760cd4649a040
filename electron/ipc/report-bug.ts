/** Writes a fault of Sonde itself where whoever started it can read it. Never for what the network, the disk or the person did. */
export function reportBug(error: unknown): void {
  console.error(error);
}
