import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What axe finds wrong on the page as it is, by all its rules or by these: the rule, then the elements. */
export async function axeViolations(page: Page, rules: readonly string[] | null = null): Promise<readonly string[]> {
  // Legacy mode keeps axe in the page: another one could not be opened in this window.
  const axe = new AxeBuilder({ page }).setLegacyMode(true);
  const { violations } = await (rules === null ? axe : axe.withRules([...rules])).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`);
}
