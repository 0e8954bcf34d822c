/**
 * Finds a quote in the page around the chat, across any markup, and highlights it with the CSS Custom Highlight API, which
 * does not change the page's elements.
 */

const NAME = "pullquote";
/** In characters. Shorter quotes may occur in a page by chance, so their paragraph must match too. */
const SHORT = 20;
const CONTEXT = 200;
const UNREAD = "script, style, noscript, template, textarea, select, option, [hidden], [aria-hidden=true], pullquote-chat";
const INLINE = /^(inline|contents|ruby)/;
/** A floating element with at most this many characters is a drop cap, perhaps after a quotation mark. */
const INITIAL = 2;
/** Characters that typesetting adds or replaces without changing the words. */
const ALIKE = new Map([
  ...[..."“”„‟«»″"].map((mark) => [mark, '"']),
  ...[..."‘’‚‛ʼ′`"].map((mark) => [mark, "'"]),
  ...[..."‐‑‒–—―−"].map((mark) => [mark, "-"]),
  ...[..."\u00ad\u200b\u200c\u200d\u2060\ufeff"].map((mark) => [mark, ""]),
]);

const sheet = new CSSStyleSheet();
let shown = false;

/**
 * Highlights a quote and scrolls to it.
 *
 * @param citation the citation, with its quote and its offsets in the paragraph
 * @param paragraph the text of its paragraph, or null; selects the right one of several matches
 * @param colours {mark, ink}
 * @return the Range of the quote, or null if the page does not contain it
 */
export function show(citation, paragraph, colours) {
  const range = find(citation, paragraph);
  if (range !== null) {
    light(range, colours);
    scrollTo(range);
  }
  return range;
}

/** Returns true if a fixed element covers a range, or will cover it after scrolling. */
export function liesOver(element, range) {
  const [above, words] = [element.getBoundingClientRect(), range.getBoundingClientRect()];
  return words.right > above.left && words.left < above.right;
}

/** Removes the highlight. */
export function clear() {
  if (shown) {
    globalThis.CSS.highlights?.delete(NAME);
    if (!CSS.highlights) {
      getSelection().removeAllRanges();
    }
    shown = false;
  }
}

/** Returns the Range of the quote in the page, or null. */
function find(citation, paragraph) {
  const page = read(document.body);
  const quote = plain(citation.quote).trim();
  const before = paragraph === null ? "" : plain(paragraph.slice(0, citation.start));
  const behind = paragraph === null ? "" : plain(paragraph.slice(citation.end));
  let best = null;
  for (let at = page.text.indexOf(quote); quote !== "" && at >= 0; at = page.text.indexOf(quote, at + 1)) {
    const likeness = alike(page.text, at, before, -1) + alike(page.text, at + quote.length - 1, behind, 1);
    const certain = quote.length >= SHORT || paragraph === null || likeness >= Math.min(SHORT, before.length + behind.length);
    if (certain && (best === null || likeness > best.likeness)) {
      const range = page.range(at, at + quote.length - 1);
      if (range.getClientRects().length > 0) {
        best = { likeness, range };
      }
    }
  }
  return best?.range ?? null;
}

/** Returns how many characters before (-1) or after (1) a position match the paragraph. */
function alike(text, at, wanted, step) {
  let count = 0;
  for (let i = step < 0 ? wanted.length - 1 : 0; i >= 0 && i < wanted.length && count < CONTEXT; i += step) {
    if (text[at + step * (count + 1)] !== wanted[i]) {
      return count;
    }
    count++;
  }
  return count;
}

/** Returns the page's text with single spaces, and the DOM position of each character. */
function read(root) {
  const nodes = [];
  const offsets = [];
  let text = "";
  const put = (characters, node, offset) => {
    for (const character of characters) {
      if (character !== " " || !text.endsWith(" ")) {
        text += character;
        nodes.push(node);
        offsets.push(offset);
      }
    }
  };
  const walk = (parent) => {
    for (const node of parent.childNodes) {
      if (node.nodeType === Node.TEXT_NODE) {
        [...units(node.data)].forEach((unit, offset) => put(unit, node, offset));
      } else if (node.nodeType === Node.ELEMENT_NODE && !node.matches(UNREAD)) {
        const block = node.tagName === "BR" || !isInline(node);
        const edge = () => block && nodes.length > 0 && put(" ", nodes.at(-1), offsets.at(-1));
        edge();
        walk(node);
        edge();
      }
    }
  };
  walk(root);
  return {
    text,
    range(first, last) {
      const range = document.createRange();
      range.setStart(nodes[first], offsets[first]);
      range.setEnd(nodes[last], offsets[last] + 1);
      return range;
    },
  };
}

/** Returns true if a word may continue across the element's edges. */
function isInline(element) {
  const { display, float } = getComputedStyle(element);
  return INLINE.test(display) || (float !== "none" && element.textContent.trim().length <= INITIAL);
}

/** Normalizes each UTF-16 code unit separately, so that offsets stay valid in the page. */
function* units(text) {
  for (let i = 0; i < text.length; i++) {
    yield ALIKE.get(text[i]) ?? (/\s/.test(text[i]) ? " " : text[i]);
  }
}

function plain(text) {
  return [...units(text)].join("").replace(/ +/g, " ");
}

function light(range, { mark, ink }) {
  clear();
  shown = true;
  if (!globalThis.CSS.highlights) {
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    return;
  }
  sheet.replaceSync(`::highlight(${NAME}) { background-color: ${mark}; color: ${ink}; }`);
  if (!document.adoptedStyleSheets.includes(sheet)) {
    document.adoptedStyleSheets.push(sheet);
  }
  CSS.highlights.set(NAME, new Highlight(range));
}

function scrollTo(range) {
  const calm = matchMedia("(prefers-reduced-motion: reduce)").matches;
  range.startContainer.parentElement.scrollIntoView({ block: "center", behavior: calm ? "instant" : "smooth" });
}
