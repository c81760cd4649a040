/** The part of Electron's WebFrameMain that tells who is speaking. */
interface Frame {
  readonly origin: string;
}

/** Who sent a message, and whom we listen to. */
export interface SenderToJudge<AnyFrame extends Frame> {
  /** The frame that sent it, or null when it is already gone. */
  readonly sender: AnyFrame | null;
  /** The main frame of our window, or null when there is none. */
  readonly ours: AnyFrame | null;
  /** The origin of our own page. */
  readonly origin: string;
}

/** Whether a message comes from our own page in the main frame of our window. Whatever cannot be told is not trusted. */
export function isTrustedSender<AnyFrame extends Frame>({ sender, ours, origin }: SenderToJudge<AnyFrame>): boolean {
  return sender !== null && ours !== null && sender === ours && sender.origin === origin;
}
