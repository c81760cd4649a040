import type { FileRequest } from '../app-scheme.ts';

/** A page and who listens to it. */
export interface ServedPage {
  /** Of the page itself, without a fragment. */
  readonly url: string;
  readonly files: (request: FileRequest) => Response;
  /** Begins to listen to the page; called once. */
  readonly listen: () => Promise<void>;
}

/**
 * Serves a page: the document at once, and what runs in it when somebody listens, for it may say something with its first line. Listening
 * begins when the document is on its way: its process takes that in meanwhile, instead of waiting for ours.
 */
export function servePage({ url, files, listen }: ServedPage): (request: FileRequest) => Promise<Response> {
  let listening: Promise<void> | undefined;
  const begin = (): Promise<void> => (listening ??= listen());
  return async (request) => {
    if (request.url.replace(/#.*/su, '') === url) setImmediate(() => void begin());
    else await begin();
    return files(request);
  };
}
