import { services } from '../../service/services.ts';

/** The line that ends a session of a service politely, or null where closing is all there is, or it is not text. */
export function quitText(serviceId: string): string | null {
  const quit = services.find(({ id }) => id === serviceId)?.quit ?? null;
  if (quit === null) return null;
  const text = new TextDecoder().decode(quit).trimEnd();
  return /^[A-Za-z0-9 ]{1,20}$/u.test(text) ? text : null;
}

/** Every such line. */
export const quitTexts: readonly string[] = [...new Set(services.map(({ id }) => quitText(id)).filter((text) => text !== null))];
