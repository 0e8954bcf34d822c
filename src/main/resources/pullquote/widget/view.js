import { html, nothing } from "./lit-html.js";

/*
 * Renders the chat from its state. All content from the server, articles and users is inserted as text only; the only links
 * are those that our server builds to its articles.
 */

/** Renders the whole chat. */
export function view(chat) {
  return html`<div class="all" lang=${chat.words.language}>
    ${chat.floats
      ? html`${edge(chat)}
          <dialog
            class="panel"
            part="panel"
            aria-labelledby="title"
            @cancel=${chat.does.leave}
            @close=${chat.does.closed}
          >
            ${inside(chat)}
          </dialog>`
      : html`<section class="panel" part="panel" aria-labelledby="title">${inside(chat)}</section>`}
    ${card(chat)}
  </div>`;
}

/** Renders the button at the edge of the window: it opens the chat, or returns to it from a quote. */
function edge({ words, open, about, shown, does }) {
  if (shown?.covered) {
    return html`<button class="edge back" part="launcher" @click=${does.back}>
      ${icon("back")}<span>${words.say("back")}</span>
    </button>`;
  }
  return open
    ? nothing
    : html`<button class="edge launcher" part="launcher" aria-haspopup="dialog" @click=${does.open}>
        ${icon("quote")}<span>${words.say(about ? "open" : "open_all")}</span>
      </button>`;
}

function inside(chat) {
  const { words, floats, about, turns, busy, announced, does } = chat;
  return html`
    <header part="header">
      <h2 id="title">${words.say(about ? "title" : "title_all")}</h2>
      ${turns.length > 0 ? button("restart", words.say("restart"), does.restart) : nothing}
      ${floats ? button("close", words.say("close"), does.close) : nothing}
    </header>
    <div class="messages" part="messages" role="log" aria-live="off" aria-label=${words.say("messages")} tabindex="0">
      ${turns.length === 0 ? welcome(chat) : turns.map((turn, i) => exchange(chat, turn, i === turns.length - 1))}
    </div>
    <form class="composer" part="composer" @submit=${does.submit}>
      <textarea
        part="input"
        rows="1"
        maxlength="2000"
        enterkeyhint="send"
        dir="auto"
        aria-label=${words.say("placeholder")}
        placeholder=${words.say("placeholder")}
        @keydown=${does.key}
        @keypress=${does.keep}
        @keyup=${does.keep}
      ></textarea>
      ${busy
        ? button("stop", words.say("stop"), does.stop, "send")
        : html`<button class="icon send" part="send" type="submit" title=${words.say("send")} aria-label=${words.say("send")}>
            ${icon("send")}
          </button>`}
    </form>
    <p class="footnote">${words.say("footnote")}</p>
    <div class="unseen" role="status">${announced}</div>
  `;
}

function welcome(chat) {
  return html`<div class="welcome">
    <p>${chat.words.say(chat.about ? "welcome" : "welcome_all")}</p>
    ${suggested(chat, chat.suggestions)}
  </div>`;
}

/** Renders a question with its result. */
function exchange(chat, turn, isLast) {
  const { words } = chat;
  return html`<article class="turn" aria-busy=${turn.state === "asking"}>
    <h3 class="unseen">${words.say("you")}</h3>
    <p class="question" part="question" dir="auto">${turn.question}</p>
    <div class="answer" part="answer">
      <h3 class="unseen">${words.say("answer")}</h3>
      ${turn.answer?.standalone_question
        ? html`<p class="note">${words.say("understood")} <q dir="auto">${turn.answer.standalone_question}</q></p>`
        : nothing}
      ${outcome(chat, turn)}
      ${isLast && turn.answer !== null && turn.state === "answered" ? suggested(chat, turn.answer.suggestions) : nothing}
    </div>
  </article>`;
}

function outcome(chat, turn) {
  const { words, does } = chat;
  switch (turn.state) {
    case "asking":
      return html`${sentences(chat, turn)}<p class="waiting"><span></span><span></span><span></span></p>`;
    case "answered":
      return turn.answer.status === "answered" ? proved(chat, turn) : unproved(chat, turn);
    default:
      return html`${sentences(chat, turn)}
        <p class="note" part="problem">${turn.state === "stopped" ? words.say("stopped") : words.problem(turn.problem)}</p>
        <button class="text" @click=${() => does.retry(turn)}>${icon("retry")}${words.say("retry")}</button>`;
  }
}

function sentences(chat, turn) {
  return turn.sentences.length === 0
    ? nothing
    : html`<p dir="auto" lang=${turn.answer?.language ?? nothing}>${turn.sentences.map((sentence) => html`<span class="sentence">${said(sentence, turn)}</span>${sentence.citations.map(
          (number) => mark(chat, turn, turn.citations.find((citation) => citation.number === number)),
        )}${sentence.translated ? translated(chat) : nothing} `)}</p>`;
}

/** Renders a sentence; in a verbatim one, the answer span is marked. */
function said({ text, citations }, turn) {
  const own = turn.citations.find((citation) => citations.includes(citation.number) && citation.quote === text);
  return own ? quoted(own) : text;
}

/** Renders a quote with its answer span marked, if known. */
function quoted({ quote, start, answer_span: answer }) {
  return answer
    ? html`${quote.slice(0, answer.start - start)}<strong>${quote.slice(answer.start - start, answer.end - start)}</strong
        >${quote.slice(answer.end - start)}`
    : quote;
}

/** Renders the mark after a translated sentence. */
function translated({ words }) {
  return html`<small class="translated" title=${words.say("original")}>${words.say("translated")}</small>`;
}

/** Renders the number of a citation. */
function mark({ words, cited, does }, turn, citation) {
  const label = words.say("source", citation.number, words.say("paragraph", citation.paragraph));
  return html`<a
    class="mark"
    part="citation"
    href=${citation.url}
    target="_blank"
    rel="noopener"
    aria-label=${label}
    aria-describedby=${cited === citation ? "card" : nothing}
    @click=${(event) => does.cite(event, citation)}
    @pointerenter=${(event) => event.pointerType === "mouse" && does.look(event, citation)}
    @pointerleave=${does.lookAway}
    @focus=${(event) => event.currentTarget.matches(":focus-visible") && does.look(event, citation)}
    @blur=${does.lookAway}
    >${citation.number}</a
  >`;
}

/** Renders an answer with its sources. */
function proved(chat, turn) {
  const { words } = chat;
  return html`${lead(turn)} ${sentences(chat, turn)} ${notice(turn)}
    <details class="sources">
      <summary>${words.say("sources", turn.citations.length)}</summary>
      <ol>
        ${turn.citations.map((citation) => html`<li>${source(chat, citation)}</li>`)}
      </ol>
    </details>
    <p class="meter">
      ${words.say("proved", turn.sentences.length)}
      ${turn.answer.as_of ? words.say("as_of", words.date(turn.answer.as_of)) : nothing}
    </p>
    ${actions(chat, turn)}`;
}

/** Renders a "not found" message with the closest passages. */
function unproved(chat, turn) {
  const { words } = chat;
  const { text, closest, language } = turn.answer;
  return html`<p dir="auto" lang=${language ?? nothing}>${text}</p>
    ${notice(turn)}
    ${closest.length > 0
      ? html`<div class="closest">
          <h4>${words.say("closest")}</h4>
          ${closest.map((citation) => source(chat, citation))}
        </div>`
      : nothing}
    ${turn.answer.status === "not_found" ? actions(chat, turn) : nothing}`;
}

/** Renders a lead-in in the user's language before text in another language. */
function lead(turn) {
  return turn.answer.lead_in ? html`<p class="note" dir="auto">${turn.answer.lead_in}</p>` : nothing;
}

function notice(turn) {
  return turn.answer.notice ? html`<p class="note" dir="auto">${turn.answer.notice}</p>` : nothing;
}

/** Renders a quote with a link to it. */
function source({ words, about, spokenIn, does }, citation) {
  return html`<figure>
    <blockquote part="quote" dir="auto" lang=${spokenIn(citation.article_id) ?? nothing}>${quoted(citation)}</blockquote>
    <figcaption>
      <a
        href=${citation.url}
        target="_blank"
        rel="noopener"
        @click=${(event) => does.cite(event, citation)}
        ><bdi>${words.place(citation, about)}</bdi></a
      >
    </figcaption>
  </figure>`;
}

function actions({ words, copied, does }, turn) {
  const thumb = (rating) =>
    html`<button
      class="icon"
      aria-pressed=${turn.rating === rating}
      title=${words.say(rating)}
      aria-label=${words.say(rating)}
      @click=${() => does.rate(turn, rating)}
    >
      ${icon(rating)}
    </button>`;
  return html`<div class="actions">
    ${turn.citations.length > 0
      ? html`<button class="text" @click=${() => does.copy(turn)}>
          ${icon("copy")}${words.say(copied === turn ? "copied" : "copy")}
        </button>`
      : nothing}
    <span class="thumbs">${thumb("up")} ${thumb("down")}</span>
  </div>`;
}

function suggested({ words, busy, about, spokenIn, does }, questions) {
  return questions.length === 0
    ? nothing
    : html`<div class="suggested">
        <h4>${words.say("suggested")}</h4>
        ${questions.map(
          (question) =>
            html`<button dir="auto" lang=${spokenIn(about) ?? nothing} ?disabled=${busy} @click=${() => does.ask(question)}>
              ${question}
            </button>`,
        )}
      </div>`;
}

/** Renders the quote card. It is always in the DOM, because popovers are shown by a method call. */
function card({ words, about, cited, spokenIn, does }) {
  return html`<div
    id="card"
    class="card"
    part="card"
    popover="manual"
    role="tooltip"
    @pointerenter=${does.stay}
    @pointerleave=${does.lookAway}
  >
    ${cited
      ? html`<blockquote part="quote" dir="auto" lang=${spokenIn(cited.article_id) ?? nothing}>${quoted(cited)}</blockquote>
          <p><bdi>${words.place(cited, about)}</bdi></p>`
      : nothing}
  </div>`;
}

function button(name, label, deed, more = "") {
  return html`<button class="icon ${more}" type="button" title=${label} aria-label=${label} @click=${deed}>
    ${icon(name)}
  </button>`;
}

const PATHS = {
  quote: "M4 17v-4.500C4 8.700 5.900 6.400 9.400 5.600l.8 2c-1.900.6-2.900 1.800-3 3.500h3v6zm10 0v-4.500c0-3.800 1.900-6.100 5.400-6.900l.8 2c-1.900.6-2.900 1.800-3 3.500h3v6z",
  back: "M20 11H7.800l5.600-5.600L12 4l-8 8 8 8 1.400-1.400L7.800 13H20z",
  restart: "M4 5h16v11H8l-4 4zm7 2v3H8v2h3v3h2v-3h3v-2h-3V7z",
  close: "M6.400 5 5 6.400l5.600 5.600L5 17.600 6.400 19l5.600-5.600 5.600 5.600 1.400-1.400-5.600-5.600L19 6.400 17.600 5 12 10.600z",
  send: "M12 4 5.500 10.500l1.400 1.400L11 7.800V20h2V7.800l4.100 4.100 1.400-1.400z",
  stop: "M7 7h10v10H7z",
  retry: "M12 5a7 7 0 1 0 6.900 8.200h-2.100A5 5 0 1 1 12 7c1.400 0 2.600.6 3.500 1.500L13 11h7V4l-3.100 3.100A7 7 0 0 0 12 5z",
  copy: "M8 3h11v13h-2V5H8zM5 7h10v14H5zm2 2v10h6V9z",
  up: "M7 21H3V10h4zm2 0V10l4-8 1.500 1a2 2 0 0 1 .8 2L14.500 9H21l-2 12z",
  down: "M17 3h4v11h-4zm-2 0v11l-4 8-1.500-1a2 2 0 0 1-.8-2l.8-4H3L5 3z",
};

function icon(name) {
  return html`<svg viewBox="0 0 24 24" width="20" height="20" aria-hidden="true"><path fill="currentColor" d=${PATHS[name]} /></svg>`;
}
