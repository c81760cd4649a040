/** The words for a window that stopped or does not answer, and was or can be opened again. */
export interface RecoveryWords {
  /** In the window, once it was opened again. */
  readonly openedAgain: Readonly<Record<'crashed' | 'hung', string>>;
  /** The window does not answer. */
  readonly hung: SystemQuestion<'wait' | 'reload'>;
  /** It stopped again and again. */
  readonly keepsCrashing: SystemQuestion<'reload' | 'quit'>;
}

/** A question that the system asks in a dialog of its own: what is the matter, what it costs, and the buttons. */
export type SystemQuestion<Button extends string> = { readonly message: string; readonly detail: string } & Readonly<
  Record<Button, string>
>;
