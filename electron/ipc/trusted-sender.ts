/** The part of Electron's WebFrameMain that tells who is speaking. */
interface Frame {
  readonly origin: string;
  readonly url: string;
}

/** Who sent a message, and whom we listen to. */
export interface SenderToJudge<AnyFrame extends Frame> {
  /** The frame that sent it, or null when it is already gone. */
  readonly sender: AnyFrame | null;
  /** The main frame of our window, or null when there is none. */
  readonly ours: AnyFrame | null;
  /** Our own page. */
  readonly page: Frame;
}

/**
 * Whether a message comes from our own page in the main frame of our window. Whatever cannot be told is not trusted.
 *
 * The address counts beside the origin: `about:blank` has the origin of the page it followed. A fragment changes neither.
 */
export function isTrustedSender<AnyFrame extends Frame>({ sender, ours, page }: SenderToJudge<AnyFrame>): boolean {
  if (sender === null || ours === null || sender !== ours) return false;
  return sender.origin === page.origin && sender.url.replace(/#.*/su, '') === page.url;
}
