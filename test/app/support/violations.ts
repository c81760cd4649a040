import type { Page } from 'playwright-core';

/** What a page that was taken over would try. It travels to the page as text, so it may name nothing from here; what Vite would rewrite is text already. */
export type Attempt = string | ((canary: Place) => unknown);

interface Place {
  readonly url: string;
  readonly endpoint: string;
}

/**
 * Makes a page try something, and gives the directives of the security policy that it broke, one for each time.
 *
 * What Playwright evaluates is exempt from the policy: the attempt runs in a timer of the page, which is not.
 */
export async function violationsOf(page: Page, attempt: Attempt, { url, endpoint }: Place): Promise<readonly string[]> {
  return page.evaluate(
    async ([source, canary]) => {
      const seen: string[] = [];
      const note = (event: SecurityPolicyViolationEvent): unknown => seen.push(event.effectiveDirective);
      document.addEventListener('securitypolicyviolation', note);
      // eslint-disable-next-line no-eval -- the attempts travel to the page as text
      const act = (0, eval)(`(${source})`) as (place: typeof canary) => unknown;
      await new Promise<void>((resolve) =>
        setTimeout(() => {
          try {
            act(canary);
          } catch {
            // Refused at once; the violation is reported all the same.
          }
          resolve();
        }, 0),
      );
      // Violations are told by a task of their own, and those of a worker or a style sheet after it was looked for.
      for (let left = 10; left > 0 && (seen.length === 0 || left > 8); left -= 1) await new Promise((resolve) => setTimeout(resolve, 25));
      document.removeEventListener('securitypolicyviolation', note);
      return seen;
    },
    [attempt.toString(), { url, endpoint }] as const,
  );
}
