import type { Page } from 'playwright-core';

/**
 * What a person can read on the screen, or hear of it, that did not come from the catalogue, in a pseudo-language: a word outside the brackets
 * that is not marked as data (bdi, kbd, a monospaced font, translate="no").
 */
export function foreignTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const hasForeignWord = (text: string): boolean => {
      let left = text;
      for (let before = ''; before !== left;) {
        before = left;
        left = left.replaceAll(/⟦[^⟦⟧]*⟧/gu, '');
      }
      return /\p{L}{2}/u.test(left);
    };
    const isData = (element: Element): boolean =>
      element.closest('bdi, kbd, code, [translate="no"]') !== null || getComputedStyle(element).fontFamily.includes('Mono');
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      const text = node.textContent ?? '';
      if (element === null || !element.checkVisibility() || !hasForeignWord(text) || isData(element)) continue;
      found.add(`text in <${element.tagName.toLowerCase()} class="${element.getAttribute('class') ?? ''}">: ${text.trim()}`);
    }
    // What the data on the screen is called by: a host's page bears the host's name.
    const data = [...document.querySelectorAll('body *')].filter((element) => element.children.length === 0 && isData(element));
    const dataTexts = data
      .map((element) => element.textContent.trim())
      .filter((text) => text.length > 2)
      .toSorted((a, b) => b.length - a.length);
    const withoutData = (text: string): string => dataTexts.reduce((left, one) => left.replaceAll(one, ''), text);
    for (const name of ['aria-label', 'title', 'placeholder', 'aria-valuetext', 'aria-description'])
      for (const element of document.querySelectorAll(`[${name}]`)) {
        const text = element.getAttribute(name) ?? '';
        if (!element.checkVisibility() || !hasForeignWord(withoutData(text)) || isData(element)) continue;
        found.add(`${name} of <${element.tagName.toLowerCase()}>: ${text}`);
      }
    return [...found];
  });
}
