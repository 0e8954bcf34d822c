import { Problem, ask, rate } from "./server.js";

/** More are forgotten, oldest first: a page is no archive. */
const KEPT = 100;

/**
 * What one reader asks one after the other on one page, kept for as long as the browser's tab is open. It tells of each
 * change with an event `change`, of a question that was stopped with `stop`, and of what the page may want to count with
 * `question`, `answer` and `error`.
 *
 * A turn is a question and what came of it:
 *   state      asking, answered, stopped or failed
 *   sentences  [{text, citations: [number], translated}], each proved
 *   citations  [{number, quote, paragraph, …}]
 *   answer     the whole answer, once it is there
 *   problem    {kind, seconds} of what kept it from being there
 *   rating     up or down
 */
export class Conversation extends EventTarget {
  turns = [];
  article;
  /** What the page speaks: it decides where a question does not tell its language. */
  language = null;
  #id = null;
  #asking = null;
  #key;

  /** @param article the only one to ask about, or null for all */
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

  /** Asks the question of a turn again, in its place. */
  async retry(turn) {
    Object.assign(turn, { state: "asking", sentences: [], citations: [], problem: null });
    await this.#answer(turn);
  }

  /** Has the server stop, too: it notices that nobody listens any more. */
  stop() {
    this.#asking?.abort();
  }

  restart() {
    this.stop();
    this.turns = [];
    this.#id = null;
    this.#changed();
  }

  /** Keeps what the reader thinks of an answer; shown at once, and taken back if it could not be kept. */
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
      return; // what was found before anything was written is not shown
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

  /** Where nothing can be stored (a setting, a full disk, private browsing), a reload begins anew. */
  #keep() {
    try {
      sessionStorage.setItem(this.#key, JSON.stringify({ id: this.#id, turns: this.turns }));
    } catch {
      // Not worth a word to the reader.
    }
  }

  #restore() {
    try {
      const { id, turns } = JSON.parse(sessionStorage.getItem(this.#key)) ?? { id: null, turns: [] };
      this.#id = id;
      // The line to an answer that was under way broke with the page.
      this.turns = turns.map((turn) =>
        turn.state === "asking" ? { ...turn, state: "failed", problem: { kind: "broken", seconds: null } } : turn,
      );
    } catch {
      this.turns = [];
    }
  }
}
