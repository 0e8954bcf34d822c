/** A pointer on its way from the number to the card crosses a gap. */
const PATIENCE_MS = 150;
const GAP = 8;

/** The exact words behind a number, for as long as the reader points at it or has come to it by keyboard. */
export class Card {
  /** Whose words are shown, or null. */
  citation = null;
  #root;
  #draw;
  #timer = null;

  /** @param draw puts the words into the element `.card` of the root */
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

  /** Beside the number, above it if there is room, and within the window: what does not fit can be scrolled to. */
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
