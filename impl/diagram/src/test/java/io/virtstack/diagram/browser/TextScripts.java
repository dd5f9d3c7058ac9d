package io.virtstack.diagram.browser;

/** Measurements of text in the page's own coordinates, as JavaScript functions. */
final class TextScripts {
    /** Rounding of coordinates in the browser, in pixels. */
    private static final String TOLERANCE = "0.5";

    private static final String HELPERS = """
              const within = (inner, outer) => inner.left >= outer.left - TOLERANCE && inner.right <= outer.right + TOLERANCE
                  && inner.top >= outer.top - TOLERANCE && inner.bottom <= outer.bottom + TOLERANCE;
              const textsIn = root => {
                const found = [];
                const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
                while (walker.nextNode()) {
                  const node = walker.currentNode;
                  const range = document.createRange();
                  range.selectNodeContents(node);
                  const boxes = [...range.getClientRects()].filter(box => box.width > 0 && box.height > 0);
                  if (node.data.trim() && boxes.length > 0) {
                    found.push({ text: node.data.trim(), element: node.parentElement, boxes: boxes });
                  }
                }
                return found;
              };
            """.replace("TOLERANCE", TOLERANCE);

    static final String CLIPPED = "function () {\n" + HELPERS + """
              // Line boxes are higher than letters, and a box may hide what overflows it on one axis alone.
              const visible = (box, by, style, picture) => {
                const hidesX = picture || style.overflowX !== 'visible';
                const hidesY = picture || style.overflowY !== 'visible';
                const scrollsX = style.overflowX === 'auto' || style.overflowX === 'scroll';
                const scrollsY = style.overflowY === 'auto' || style.overflowY === 'scroll';
                const middle = (box.top + box.bottom) / 2;
                const half = (box.bottom - box.top) * 0.35;
                return (!hidesX || scrollsX || (box.left >= by.left - 0.5 && box.right <= by.right + 0.5))
                    && (!hidesY || scrollsY || (middle - half >= by.top - 0.5 && middle + half <= by.bottom + 0.5));
              };
              const seen = ({ element, boxes }) => {
                if (boxes.some(box => box.left + scrollX < -0.5 || box.top + scrollY < -0.5)) {
                  return false;
                }
                for (let at = element; at; at = at.parentElement) {
                  // A picture of its own is cut at its edges wherever it is embedded; what HTML's root and body hide is the
                  // window's to scroll; elements inside a picture have no edges.
                  const picture = at === document.documentElement && at instanceof SVGSVGElement;
                  const window = at === document.body || (at === document.documentElement && !picture);
                  const drawn = at instanceof SVGElement && at.ownerSVGElement;
                  const style = getComputedStyle(at);
                  if (!window && !drawn && style.display !== 'inline' || at instanceof SVGSVGElement && !drawn) {
                    const by = at.getBoundingClientRect();
                    if (boxes.some(box => !visible(box, by, style, picture))) {
                      return false;
                    }
                  }
                }
                return true;
              };
              return textsIn(document.documentElement).filter(text => !seen(text)).map(text => text.text);
            }""";

    static final String OUTSIDE = "function (blockSelector, boxSelector) {\n" + HELPERS + """
              const blocks = [...document.querySelectorAll(blockSelector)];
              if (blocks.length === 0) {
                throw new Error('nothing is ' + blockSelector);
              }
              return blocks.flatMap(block => {
                const box = block.querySelector(boxSelector);
                if (!box) {
                  throw new Error(blockSelector + ' without ' + boxSelector + ': ' + block.outerHTML.slice(0, 200));
                }
                const outer = box.getBoundingClientRect();
                return textsIn(block).filter(text => text.boxes.some(inner => !within(inner, outer))).map(text => text.text);
              });
            }""";

    private TextScripts() {}
}
