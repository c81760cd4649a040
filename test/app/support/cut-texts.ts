import type { Page } from 'playwright-core';

/**
 * What does not fit: a page that scrolls sideways, a text cut off at an edge, a button that is not seen whole. An ellipsis is allowed, but not in
 * a button; so is what scrolls sideways by design.
 */
export function cutTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const found = new Set<string>();
    const root = document.documentElement;
    if (root.scrollWidth > root.clientWidth) found.add(`the page scrolls sideways: ${root.scrollWidth} in ${root.clientWidth}`);
    const name = (element: Element): string =>
      `<${element.tagName.toLowerCase()} class="${(element.getAttribute('class') ?? '').replaceAll(/\s*svelte-\w+/gu, '')}"> ${element.textContent.trim().slice(0, 60)}`;
    const isAside = (element: Element): boolean =>
      element.closest('[aria-hidden="true"], .aloud, .ghosts, svg') !== null ||
      !element.checkVisibility({ visibilityProperty: true, opacityProperty: true });

    /** The edge that cuts the rectangle, or null; an ellipsis on the way excuses a text. */
    const cutter = (from: Element, rect: DOMRect, isExcused: (style: CSSStyleDeclaration) => boolean): string | null => {
      if (rect.width === 0) return null;
      for (let element: Element | null = from; element !== null && element !== root; element = element.parentElement) {
        const style = getComputedStyle(element);
        if (style.clipPath.startsWith('inset(50%')) return null;
        if (style.overflowX === 'visible' && style.position !== 'fixed') continue;
        if (style.overflowX !== 'visible') {
          const edge = element.getBoundingClientRect();
          const isCut = rect.left < edge.left - 1 || rect.right > edge.right + 1;
          if (isCut && (isExcused(style) || style.overflowX === 'auto' || style.overflowX === 'scroll')) return null;
          if (isCut) return name(element);
        }
        if (style.position === 'fixed') break;
      }
      return rect.left < -1 || rect.right > root.clientWidth + 1 ? 'the window' : null;
    };

    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const element = node.parentElement;
      if (element === null || (node.textContent ?? '').trim() === '' || isAside(element)) continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const rect of range.getClientRects()) {
        const edge = cutter(element, rect, ({ textOverflow }) => textOverflow === 'ellipsis');
        if (edge !== null) found.add(`text cut by ${edge}: ${name(element)}`);
      }
    }
    for (const button of document.querySelectorAll('button, [role="button"], [role="switch"], input')) {
      if (isAside(button)) continue;
      const edge = cutter(button.parentElement ?? button, button.getBoundingClientRect(), () => false);
      if (edge !== null) found.add(`button cut by ${edge}: ${name(button)}`);
      if (button.tagName === 'BUTTON' && getComputedStyle(button).overflowX === 'visible' && button.scrollWidth > button.clientWidth + 1)
        found.add(`button too narrow for its words: ${name(button)}`);
    }
    return [...found];
  });
}
