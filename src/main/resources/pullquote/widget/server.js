/** Sends the chat's requests to the server and classifies errors. */

/** Requests go to the server of this file, not to the server of the page. */
const SERVER = new URL("../../", import.meta.url);

/** In ms. The server writes at least a comment every second; after this time the connection counts as lost. */
const SILENCE_MS = 20_000;
/** In ms, until the first event: a question may have to wait for earlier ones of the conversation. */
const TURN_MS = 45_000;
const RESUMES = 2;
const BACKOFF_MS = 500;

/** Thrown if a request fails. */
export class Problem extends Error {
  /**
   * @param kind selects the message: busy, offline, broken, refused or server
   * @param seconds the server's Retry-After, if any
   */
  constructor(kind, seconds = null) {
    super(kind);
    this.kind = kind;
    this.seconds = seconds;
  }
}

/**
 * Asks a question and reports each event of the answer. A lost connection is resumed after the last event, with a limited
 * number of retries and growing delays, so that no answer is generated twice.
 *
 * @param heard called with the name and data of each event
 * @throws Problem if there is no complete answer; an AbortError if the signal is aborted
 */
export async function ask(request, signal, heard) {
  let last = null;
  const noting = (event) => {
    last = event.id ?? last;
    heard(event.name, event.data);
  };
  for (let tries = 0; ; tries++) {
    try {
      return await listen(request, signal, last, noting);
    } catch (problem) {
      if (problem.kind !== "broken" || last === null || tries === RESUMES) {
        throw problem;
      }
      await pause(BACKOFF_MS * 2 ** tries * (0.5 + Math.random()), signal);
    }
  }
}

/** Loads an article with its paragraphs and suggested questions. */
export async function article(id) {
  return json(`api/articles/${encodeURIComponent(id)}`);
}

/** Loads the list of articles, without their paragraphs. */
export async function articles() {
  return json("api/articles");
}

/** @param rating up or down */
export async function rate(answerId, rating) {
  const response = await post(`api/answers/${answerId}/feedback`, { rating }, "application/json");
  if (!response.ok) {
    throw await problemOf(response);
  }
}

async function json(path) {
  const response = await reach(path, { headers: { Accept: "application/json" } });
  if (!response.ok) {
    throw await problemOf(response);
  }
  return response.json();
}

function post(path, body, accept, more = {}, signal = undefined) {
  return reach(path, {
    method: "POST",
    headers: { "Content-Type": "application/json", Accept: accept, ...more },
    body: JSON.stringify(body),
    signal,
  });
}

async function reach(path, options) {
  try {
    return await fetch(new URL(path, SERVER), { credentials: "omit", ...options });
  } catch (why) {
    throw why.name === "AbortError" ? why : new Problem("offline");
  }
}

/** Converts an error response to its kind only, because the server's details are in English. */
async function problemOf(response) {
  const seconds = Number.parseInt(response.headers.get("Retry-After") ?? "", 10);
  if ([409, 429, 503].includes(response.status)) {
    return new Problem("busy", Number.isNaN(seconds) ? null : seconds);
  }
  // Without a problem code, the response is not from our server but from a proxy, for example.
  const ours = response.headers.get("Content-Type")?.startsWith("application/problem+json") ?? false;
  return new Problem(ours && response.status < 500 ? "refused" : "server");
}

async function listen(request, signal, last, heard) {
  const resuming = last === null ? {} : { "Last-Event-ID": last };
  const line = new AbortController();
  const coming = post("api/answers", request, "text/event-stream", resuming, AbortSignal.any([signal, line.signal]));
  const response = await soon(coming, TURN_MS).catch((why) => {
    line.abort();
    throw why;
  });
  if (response.status === 410) {
    throw new Problem("gone");
  }
  if (!response.ok) {
    throw await problemOf(response);
  }
  if (!response.headers.get("Content-Type")?.startsWith("text/event-stream")) {
    throw new Problem("server");
  }
  for await (const event of eventsOf(response.body.getReader())) {
    if (event.name === "error") {
      throw new Problem("server");
    }
    heard(event);
    if (event.name === "answer") {
      return;
    }
  }
  throw new Problem("broken");
}

/** Parses server-sent events, without the features of the HTML standard that our server does not use. */
async function* eventsOf(reader) {
  const decoder = new TextDecoder();
  let text = "";
  try {
    while (true) {
      const { done, value } = await soon(reader.read(), SILENCE_MS);
      if (done) {
        return;
      }
      text += decoder.decode(value, { stream: true });
      const blocks = text.split("\n\n");
      text = blocks.pop();
      for (const block of blocks) {
        const event = eventOf(block);
        if (event !== null) {
          yield event;
        }
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

function eventOf(block) {
  const fields = Object.fromEntries(
    block
      .split("\n")
      .map((line) => /^(id|event|data): (.*)$/s.exec(line))
      .filter((field) => field !== null)
      .map(([, name, value]) => [name, value]),
  );
  if (fields.event === undefined || fields.data === undefined) {
    return null;
  }
  try {
    return { id: fields.id, name: fields.event, data: JSON.parse(fields.data) };
  } catch {
    throw new Problem("server");
  }
}

/** Reads the stream; fails if no data arrives in time or the connection is lost. */
async function soon(read, ms) {
  let timer;
  const silence = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Problem("broken")), ms);
  });
  try {
    return await Promise.race([read, silence]);
  } catch (why) {
    throw why.name === "AbortError" || why instanceof Problem ? why : new Problem("broken");
  } finally {
    clearTimeout(timer);
  }
}

function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      reject(signal.reason);
    });
  });
}
