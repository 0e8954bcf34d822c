/** In ms: keeps the card open while the pointer moves from the number to the card. */
const PATIENCE_MS = 150;
const GAP = 8;

/** Shows the quote of a citation while its number has the pointer or the keyboard focus. */
export class Card {
  /** The citation whose quote is shown, or null. */
  citation = null;
  #root;
  #draw;
  #timer = null;

  /** @param draw renders the quote into the root's `.card` element */
  constructor(root, draw) {
    this.#root = root;
    this.#draw = draw;
  }

  show(link, citation) {
    this.stay();
    this.citation = citation;
    this.#draw();
    const card = this.#element();
    card.showPopover();
    this.#place(card, link.getBoundingClientRect());
  }

  /** Places the card next to the number, above it if there is room, and inside the window. Long quotes scroll. */
  #place(card, link) {
    card.style.maxHeight = "";
    const { offsetWidth: width, offsetHeight: height } = card;
    const left = Math.max(GAP, Math.min(link.left + (link.width - width) / 2, innerWidth - width - GAP));
    const above = link.top - 2 * GAP;
    const below = innerHeight - link.bottom - 2 * GAP;
    const isAbove = height <= above || above >= below;
    const shown = Math.min(height, isAbove ? above : below);
    card.style.maxHeight = `${shown}px`;
    card.style.left = `${left}px`;
    card.style.top = `${isAbove ? link.top - shown - GAP : link.bottom + GAP}px`;
  }

  stay() {
    clearTimeout(this.#timer);
  }

  hideSoon() {
    this.stay();
    this.#timer = setTimeout(() => this.hide(), PATIENCE_MS);
  }

  hide() {
    this.stay();
    if (this.citation !== null) {
      this.#element()?.hidePopover();
      this.citation = null;
      this.#draw();
    }
  }

  #element() {
    return this.#root.querySelector(".card");
  }
}
