import { ask } from '../bridge.ts';

/** What may be told about this Sonde. */
export class Diagnostics {
  /** Exactly what is copied; null until it was gathered. */
  text: string | null = $state.raw(null);

  /** Gathers it. */
  async read(): Promise<void> {
    this.text = (await ask('readDiagnostics', null)).text;
  }
}
