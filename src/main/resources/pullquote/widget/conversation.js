import { Problem, ask, rate } from "./server.js";

/** The maximum number of turns kept; older ones are dropped. */
const KEPT = 100;

/**
 * A user's conversation on one page, kept until the browser tab is closed. Fires `change` on each change, `stop` when a
 * question is stopped, and `question`, `answer` and `error` for analytics.
 *
 * A turn is a question with its result:
 *   state      asking, answered, stopped or failed
 *   sentences  [{text, citations: [number], translated}], each verified
 *   citations  [{number, quote, paragraph, …}]
 *   answer     the complete answer, once received
 *   problem    {kind, seconds} of the failure
 *   rating     up or down
 */
export class Conversation extends EventTarget {
  turns = [];
  article;
  /** The language of the page, used if the question's language cannot be detected. */
  language = null;
  #id = null;
  #asking = null;
  #key;

  /** @param article the id of the only article to ask about, or null for all articles */
  constructor(article, key) {
    super();
    this.article = article;
    this.#key = key;
    this.#restore();
  }

  get busy() {
    return this.#asking !== null;
  }

  async ask(question) {
    const turn = { question, state: "asking", sentences: [], citations: [], answer: null, problem: null, rating: null };
    this.turns = [...this.turns, turn].slice(-KEPT);
    this.#tell("question", { question });
    await this.#answer(turn);
  }

  /** Asks the question of a turn again and replaces its result. */
  async retry(turn) {
    Object.assign(turn, { state: "asking", sentences: [], citations: [], problem: null });
    await this.#answer(turn);
  }

  /** Stops waiting for the answer. The server notices the disconnect and stops too. */
  stop() {
    this.#asking?.abort();
  }

  restart() {
    this.stop();
    this.turns = [];
    this.#id = null;
    this.#changed();
  }

  /** Saves a rating. It is shown at once, and reverted if saving fails. */
  async rate(turn, rating) {
    const before = turn.rating;
    turn.rating = rating;
    this.#changed();
    try {
      await rate(turn.answer.id, rating);
    } catch {
      turn.rating = before;
      this.#changed();
    }
  }

  async #answer(turn) {
    this.stop();
    const asking = new AbortController();
    this.#asking = asking;
    this.#changed();
    const request = { question: turn.question };
    if (this.article) {
      request.article_id = this.article;
    }
    if (this.language) {
      request.page_language = this.language;
    }
    if (this.#id) {
      request.conversation_id = this.#id;
    }
    try {
      await ask(request, asking.signal, (name, data) => this.#heard(turn, name, data));
      this.#tell("answer", turn.answer);
    } catch (why) {
      turn.state = asking.signal.aborted ? "stopped" : "failed";
      if (turn.state === "failed") {
        const { kind, seconds } = why instanceof Problem ? why : new Problem("server");
        turn.problem = { kind, seconds };
        this.#tell("error", { question: turn.question, kind });
      } else if (this.turns.includes(turn)) {
        this.#tell("stop", { question: turn.question });
      }
    } finally {
      if (this.#asking === asking) {
        this.#asking = null;
      }
      this.#changed();
    }
  }

  #heard(turn, name, data) {
    if (name === "sentence") {
      turn.sentences.push({ ...data, citations: data.citations.map((citation) => citation.number) });
      turn.citations.push(...data.citations.filter((one) => !turn.citations.some((known) => known.number === one.number)));
    } else if (name === "answer") {
      turn.answer = data;
      turn.sentences = data.sentences;
      turn.citations = data.citations;
      turn.state = "answered";
      this.#id = data.conversation_id;
    } else {
      return; // retrieved passages are not shown
    }
    this.#changed();
  }

  #tell(name, detail) {
    this.dispatchEvent(new CustomEvent(name, { detail }));
  }

  #changed() {
    this.#keep();
    this.dispatchEvent(new Event("change"));
  }

  /** Saves the conversation. If storage is unavailable (settings, a full disk, private browsing), a reload loses it. */
  #keep() {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify({ id: this.#id, turns: this.turns }));
    } catch {
      // Ignored: the chat works without storage.
    }
  }

  #restore() {
    try {
      const { id, turns } = JSON.parse(sessionStorage.getItem(this.#key)) ?? { id: null, turns: [] };
      this.#id = id;
      // The page was reloaded while an answer was in progress.
      this.turns = turns.map((turn) =>
        turn.state === "asking" ? { ...turn, state: "failed", problem: { kind: "broken", seconds: null } } : turn,
      );
    } catch {
      this.turns = [];
    }
  }
}
