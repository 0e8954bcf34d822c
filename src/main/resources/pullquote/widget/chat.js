import { render } from "./lit-html.js";
import { Card } from "./card.js";
import { Conversation } from "./conversation.js";
import { clear, liesOver, show } from "./evidence.js";
import { copy, sources } from "./sources.js";
import { article, articles } from "./server.js";
import { style } from "./style.js";
import { view } from "./view.js";
import { Words } from "./words.js";

const sheet = new CSSStyleSheet();
sheet.replaceSync(style);

/** In windows up to this width, an open chat covers the whole screen. */
const PHONE = matchMedia("(max-width: 40rem)");
const SUGGESTED = 3;

/**
 * <pullquote-chat article="…">: a chat about an article, or about all articles. By default it is displayed in place; with
 * `floating` a button at the edge of the window opens it, and with `floating="(max-width: 60rem)"` this applies only
 * while the media query matches.
 *
 * Fires the events `question`, `answer`, `citation` and `error`, each with a `detail`, for analytics; none bubbles.
 */
export class PullquoteChat extends HTMLElement {
  /** The chat whose quote is highlighted; all chats of a page share one highlight. */
  static #lit = null;

  static observedAttributes = ["article", "floating", "language"];

  #root = this.attachShadow({ mode: "open" });
  #conversation = null;
  #words = null;
  #float = null;
  /** Suggested first questions, and the paragraphs of loaded articles by article id. */
  #suggestions = [];
  #articles = new Map();
  #known = new Map();
  #open = false;
  /** The citation that is highlighted in the page, and whether the chat was closed to show it. */
  #shown = null;
  #card = new Card(this.#root, () => this.#draw());
  #announced = "";
  #copied = null;
  #life = null;

  connectedCallback() {
    this.#root.adoptedStyleSheets = [sheet];
    this.#life = new AbortController();
    const signal = this.#life.signal;
    document.addEventListener("keydown", (event) => this.#escape(event), { signal });
    PHONE.addEventListener("change", () => this.#settle(), { signal });
    for (const moved of ["resize", "scroll"]) {
      visualViewport?.addEventListener(moved, () => this.#fit(), { signal });
    }
    this.#fit();
    this.#begin();
  }

  disconnectedCallback() {
    this.#life.abort();
    this.#conversation?.stop();
    this.#shown = null;
    if (PullquoteChat.#lit === this) {
      PullquoteChat.#putOut();
    }
  }

  attributeChangedCallback(name, before, now) {
    if (this.isConnected && this.#life !== null && before !== now) {
      this.#begin();
    }
  }

  /** Opens a floating chat and focuses its input. */
  open() {
    this.#open = true;
    PullquoteChat.#putOut();
    this.#draw();
    this.#settle();
    this.#input()?.focus({ preventScroll: true });
  }

  /** Closes the chat, so that only its button is visible. */
  close() {
    this.#card.hide();
    this.#open = false;
    this.#dialog()?.close();
    this.#draw();
    this.#root.querySelector(".launcher")?.focus({ preventScroll: true });
  }

  get floats() {
    return this.hasAttribute("floating") && (this.#float?.matches ?? true);
  }

  async #begin() {
    const about = this.getAttribute("article") || null;
    const query = this.getAttribute("floating");
    this.#float = query ? matchMedia(query) : null;
    this.#float?.addEventListener("change", () => this.#turn(), { signal: this.#life.signal });
    this.#words = await Words.of(this.getAttribute("language") ?? this.closest("[lang]")?.lang ?? navigator.language);
    if (this.#conversation === null || this.#conversation.article !== about) {
      this.#conversation?.stop();
      this.#conversation = this.#converse(about);
      this.#suggestions = [];
      this.#suggest(about);
    }
    this.#conversation.language = this.#words.language;
    this.#turn();
  }

  #converse(about) {
    const key = `pullquote:${about ?? ""}:${[...document.querySelectorAll(this.localName)].indexOf(this)}`;
    const conversation = new Conversation(about, key);
    conversation.addEventListener("change", () => this.#draw());
    conversation.addEventListener("question", (event) => this.#say(event, this.#words.say("writing")));
    conversation.addEventListener("answer", (event) => this.#say(event, this.#words.spoken(event.detail)));
    conversation.addEventListener("stop", () => this.#announce(this.#words.say("stopped")));
    conversation.addEventListener("error", (event) => this.#say(event, this.#words.problem(event.detail)));
    return conversation;
  }

  /** Fires an event and announces complete answers to screen readers, but not each sentence. */
  #say({ type, detail }, words) {
    this.#announce(words);
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }

  #announce(words) {
    this.#announced = words;
    this.#draw();
  }

  async #suggest(about) {
    try {
      const ids = about ? [about] : (await articles()).slice(0, SUGGESTED).map((one) => one.id);
      const found = await Promise.all(ids.map((id) => this.#article(id)));
      this.#suggestions = found.flatMap((one) => (about ? one.suggestions : one.suggestions.slice(0, 1))).slice(0, SUGGESTED);
      this.#draw();
    } catch {
      // The chat works without suggestions.
    }
  }

  #article(id) {
    if (!this.#articles.has(id)) {
      const coming = article(id);
      this.#articles.set(id, coming);
      coming.then(
        (known) => this.#known.set(id, known),
        () => this.#articles.delete(id),
      );
    }
    return this.#articles.get(id);
  }

  /** Switches between the floating and the embedded display. */
  #turn() {
    this.#dialog()?.close();
    this.#draw();
    this.#settle();
  }

  #draw() {
    if (this.#words === null || !this.isConnected) {
      return;
    }
    const follow = this.#follows();
    const focused = this.#root.activeElement;
    render(
      view({
        words: this.#words,
        floats: this.floats,
        open: this.#open,
        about: this.#conversation.article,
        turns: this.#conversation.turns,
        busy: this.#conversation.busy,
        suggestions: this.#suggestions,
        announced: this.#announced,
        shown: this.#shown,
        cited: this.#card.citation,
        copied: this.#copied,
        spokenIn: (id) => this.#known.get(id)?.language,
        does: this.#deeds,
      }),
      this.#root,
    );
    if (focused !== null && !focused.isConnected) {
      // If the focused button was removed, move the focus to the input instead of the top of the page.
      this.#input()?.focus({ preventScroll: true });
    }
    if (follow) {
      this.#follow();
    }
  }

  /** Returns true if the end of the conversation is visible, so that the user has not scrolled back. */
  #follows() {
    const list = this.#root.querySelector(".messages");
    return list === null || list.scrollHeight - list.scrollTop - list.clientHeight < 80;
  }

  /** Scrolls to the end, but keeps the beginning of the last turn visible. */
  #follow() {
    const list = this.#root.querySelector(".messages");
    const last = list.querySelector(".turn:last-child");
    if (last !== null) {
      list.scrollTop = last.offsetTop - list.offsetTop - 16;
    }
  }

  /** The user's actions. */
  #deeds = {
    open: () => this.open(),
    close: () => this.close(),
    back: () => this.#back(),
    leave: (event) => {
      // The phone's back gesture, or Escape while nothing is focused.
      event.preventDefault();
      this.close();
    },
    closed: () => {
      // The browser may close the dialog by itself. The event can arrive after the chat was opened again.
      if (this.#open && !this.#dialog()?.open) {
        this.close();
      }
    },
    restart: () => {
      PullquoteChat.#putOut();
      this.#announced = "";
      this.#conversation.restart();
      this.#input()?.focus();
    },
    stop: () => this.#conversation.stop(),
    ask: (question) => this.#ask(question),
    submit: (event) => {
      event.preventDefault();
      const input = this.#input();
      if (!this.#conversation.busy && input.value.trim() !== "") {
        this.#ask(input.value.trim());
        input.value = "";
      }
    },
    // The page sees only the host element, not the input, so its keyboard shortcuts would react to typing.
    keep: (event) => event.stopPropagation(),
    key: (event) => {
      if (event.key !== "Escape") {
        event.stopPropagation();
      }
      if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
        event.preventDefault();
        event.target.form.requestSubmit();
      }
    },
    retry: (turn) => this.#conversation.retry(turn),
    rate: (turn, rating) => this.#conversation.rate(turn, rating),
    copy: (turn) => this.#copy(turn),
    cite: (event, citation) => this.#cite(event, citation),
    look: (event, citation) => {
      this.#article(citation.article_id).catch(() => {});
      this.#card.show(event.currentTarget, citation);
    },
    lookAway: () => this.#card.hideSoon(),
    stay: () => this.#card.stay(),
  };

  #ask(question) {
    this.#conversation.ask(question);
    this.#follow();
    this.#input()?.focus({ preventScroll: true });
  }

  async #copy(turn) {
    if (await copy(sources(turn, this.#words), this.#root)) {
      this.#copied = turn;
      this.#announce(this.#words.say("copied"));
    }
  }

  /** Highlights the quote in the page. If the page does not contain it, the link is followed. */
  #cite(event, citation) {
    const link = event.currentTarget;
    this.#card.hide();
    this.dispatchEvent(new CustomEvent("citation", { detail: citation }));
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button > 0) {
      return;
    }
    // A click must be handled now, so do without the paragraph if it is not loaded yet.
    const paragraph = this.#known.get(citation.article_id)?.paragraphs[citation.paragraph - 1]?.text ?? null;
    const place = show(citation, paragraph, this.#colours());
    if (place === null) {
      return;
    }
    event.preventDefault();
    PullquoteChat.#lit?.#forget();
    PullquoteChat.#lit = this;
    const dialog = this.#dialog();
    const covered = dialog?.open === true && (dialog.matches(":modal") || liesOver(dialog, place));
    this.#shown = { link, covered };
    this.#announced = this.#words.say("shown", citation.paragraph);
    if (covered) {
      this.#open = false;
      this.#dialog().close();
    }
    this.#draw();
    if (covered) {
      this.#root.querySelector(".back").focus({ preventScroll: true });
      show(citation, paragraph, this.#colours());
    }
  }

  /** Returns from the highlighted quote to the answer. */
  #back() {
    const { link, covered } = this.#shown;
    clear();
    this.#shown = null;
    if (covered) {
      this.#open = true;
    }
    this.#draw();
    this.#settle();
    link.focus();
  }

  /** Removes the highlight, whichever chat set it. */
  static #putOut() {
    clear();
    const lit = PullquoteChat.#lit;
    PullquoteChat.#lit = null;
    lit?.#forget();
  }

  #forget() {
    this.#shown = null;
    this.#draw();
  }

  #escape(event) {
    if (event.key !== "Escape" || event.defaultPrevented) {
      return;
    }
    if (this.#card.citation !== null) {
      this.#card.hide();
    } else if (this.#shown !== null) {
      this.#back();
    } else if (this.floats && this.#open && this.matches(":focus-within")) {
      this.close();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** Shows the dialog: modal on small screens, elsewhere next to a page that stays usable. */
  #settle() {
    const dialog = this.#dialog();
    if (dialog === null || !this.#open) {
      return;
    }
    const modal = PHONE.matches;
    if (dialog.open && dialog.matches(":modal") !== modal) {
      dialog.close();
    }
    if (!dialog.open) {
      modal ? dialog.showModal() : dialog.show();
    }
  }

  /** Fits the chat above a phone's keyboard, which CSS cannot detect. Zooming the page is not treated as a keyboard. */
  #fit() {
    if (globalThis.visualViewport?.scale === 1) {
      this.style.setProperty("--visible-height", `${visualViewport.height}px`);
      this.style.setProperty("--visible-top", `${visualViewport.offsetTop}px`);
    }
  }

  #colours() {
    const style = getComputedStyle(this.#root.querySelector(".all"));
    return { mark: style.getPropertyValue("--mark"), ink: style.getPropertyValue("--mark-ink") };
  }

  #dialog() {
    return this.#root.querySelector("dialog");
  }

  #input() {
    return this.#root.querySelector("textarea");
  }
}

if (!customElements.get("pullquote-chat")) {
  customElements.define("pullquote-chat", PullquoteChat);
}
